package cn.baosong.enterprise;

import cn.baosong.account.PhoneChanged;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.repository.EnterpriseRepository;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** An enterprise is reached by the phone of its account (REG-05): it follows, or the change is refused. */
@Component
class EnterprisePhones {

    private final EnterpriseRepository repository;

    EnterprisePhones(EnterpriseRepository repository) {
        this.repository = repository;
    }

    @EventListener
    void follow(PhoneChanged change) {
        try {
            repository.changePhone(change.account(), change.phone());
        } catch (DuplicateKeyException another) {
            throw new Problem("enterprise.error.phone-taken");
        }
    }
}
