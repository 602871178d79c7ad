package cn.baosong.registration;

import cn.baosong.account.PhoneChanged;
import cn.baosong.common.Problem;
import cn.baosong.registration.repository.RegistrationRepository;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The registration phone is the phone of the account (REG-05, REG-07): it follows, or the change is refused. */
@Component
class RegistrationPhones {

    private final RegistrationRepository repository;

    RegistrationPhones(RegistrationRepository repository) {
        this.repository = repository;
    }

    @EventListener
    void follow(PhoneChanged change) {
        try {
            repository.changePhone(change.account(), change.phone());
        } catch (DuplicateKeyException another) {
            throw new Problem("registration.error.phone-taken");
        }
    }
}
