package cn.baosong.registration;

import cn.baosong.enterprise.Claims;
import cn.baosong.enterprise.Enterprises.Taken;
import cn.baosong.registration.repository.RegistrationRepository;
import org.springframework.stereotype.Component;

/** Names and codes of registrations under review, which no enterprise may take by changing its own (CHG-05). */
@Component
class RegistrationClaims implements Claims {

    private final RegistrationRepository repository;

    RegistrationClaims(RegistrationRepository repository) {
        this.repository = repository;
    }

    @Override
    public Taken claimed(String nameKey, String code) {
        return repository.claimed(nameKey, code);
    }

    @Override
    public void hold(String nameKey, String code) {
        repository.hold(nameKey, code);
    }
}
