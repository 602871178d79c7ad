package cn.baosong.registration;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.registration.ui.RegistrationSheets;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectFacets;
import cn.baosong.review.SubjectSource;
import cn.baosong.review.Wording;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** Registrations as subjects of review. */
@org.springframework.stereotype.Component
class RegistrationSubjects implements SubjectSource {

    static final String KIND = "registration";

    private final RegistrationRepository repository;
    private final RegistrationModels models;
    private final RegistrationChecks checks;
    private final RegistrationSheets sheets;
    private final CodeLists codes;

    RegistrationSubjects(
            RegistrationRepository repository,
            RegistrationModels models,
            RegistrationChecks checks,
            RegistrationSheets sheets,
            CodeLists codes) {
        this.repository = repository;
        this.models = models;
        this.checks = checks;
        this.sheets = sheets;
        this.codes = codes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OptionalInt navigationOrder() {
        return OptionalInt.of(300);
    }

    @Override
    public Subject lock(UUID id) {
        return subject(repository.lock(id).orElseThrow(() -> new Problem("registration.error.not-found")));
    }

    @Override
    public Subject find(UUID id) {
        return subject(repository.find(id).orElseThrow(() -> new Problem("registration.error.not-found")));
    }

    @Override
    public Wording wording() {
        return Wording.APPROVE;
    }

    private static Subject subject(Registration registration) {
        return new Subject(
                registration.id(), registration.name(), registration.region(), registration.processInstance());
    }

    @Override
    public boolean isOwn(UUID id, UUID account) {
        return repository
                .find(id)
                .filter(registration -> account.equals(registration.account()))
                .isPresent();
    }

    @Override
    public SubjectFacets facets(UUID id) {
        var registration = repository.find(id).orElseThrow(() -> new Problem("registration.error.not-found"));
        return new SubjectFacets(
                null,
                registration.loginName(),
                null,
                null,
                0,
                codes.path("region", registration.region()).stream()
                        .map(CodeLists.Entry::code)
                        .toList(),
                List.of(),
                null,
                null);
    }

    @Override
    public Component page(UUID id, Locale locale) {
        var registration = repository.find(id).orElseThrow(() -> new Problem("registration.error.not-found"));
        return sheets.sheet(
                models.of(registration.revision()).form(),
                checks.context(registration.revision()),
                registration.content(),
                locale);
    }
}
