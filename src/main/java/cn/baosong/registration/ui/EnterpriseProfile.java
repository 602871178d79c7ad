package cn.baosong.registration.ui;

import cn.baosong.enterprise.EnterpriseRecords;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.registration.RegistrationChecks;
import cn.baosong.registration.RegistrationModels;
import cn.baosong.registration.repository.RegistrationRepository;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.UUID;

/** The basic information of an enterprise in force (企业基本信息), for its administrators (ADM-03). */
@org.springframework.stereotype.Component
class EnterpriseProfile implements EnterpriseRecords {

    private final Enterprises enterprises;
    private final RegistrationRepository registrations;
    private final RegistrationModels models;
    private final RegistrationChecks checks;
    private final RegistrationSheets sheets;

    EnterpriseProfile(
            Enterprises enterprises,
            RegistrationRepository registrations,
            RegistrationModels models,
            RegistrationChecks checks,
            RegistrationSheets sheets) {
        this.enterprises = enterprises;
        this.registrations = registrations;
        this.models = models;
        this.checks = checks;
        this.sheets = sheets;
    }

    @Override
    public int order() {
        return 10;
    }

    /** A registration alone keeps nobody: an enterprise that never reported may go (ADM-05). */
    @Override
    public boolean any(UUID enterprise) {
        return false;
    }

    @Override
    public void removed(UUID enterprise) {
        registrations.release(enterprise);
    }

    @Override
    public Component card(UUID enterprise, Locale locale) {
        // Who came over from the old platform has no registration: read by the form of today.
        var revision = registrations.revisionOf(enterprise).orElseGet(() -> models.newest()
                .id());
        return sheets.sheet(models.form(revision), checks.context(revision), enterprises.profile(enterprise), locale);
    }
}
