package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.RegistrationFixture;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A field added to the form's file alone is asked for, checked, kept, and shown to the reviewer: no Java is touched. */
class AddedFieldTest extends RegistrationScenario {

    private static final String COUNTY = "330110";
    private static final String SLOGAN = """
            {
              "label": "企业口号",
              "type": "textfield",
              "layout": {"row": "row-slogan", "columns": 16},
              "id": "field-slogan",
              "key": "slogan",
              "validate": {"required": true, "maxLength": 20},
              "properties": {"label.en": "Slogan"}
            },
            """;

    @Autowired
    private Enterprises enterprises;

    private Registration openedWithTheNewField(Runnable meanwhile, Map<String, Object> values) {
        return models.changed(
                ModelFixture.REGISTRATION_FORM,
                form -> form.replaceFirst(
                        "(?s)\"components\"\\s*:\\s*\\[(\\s*\\{\\s*\"label\"[^{]*?\"components\"\\s*:\\s*\\[)",
                        "\"components\": [$1" + SLOGAN),
                () -> {
                    meanwhile.run();
                    return fixture.filled(actors.applicant(), values);
                });
    }

    @Test
    void isAskedForCheckedKeptAndShown() {
        var reviewer = desks.holder(desks.yuhang());
        var values = RegistrationFixture.values(COUNTY);
        var old = fixture.filled(actors.applicant(), RegistrationFixture.values(COUNTY));
        var registration = openedWithTheNewField(() -> {}, values);
        var applicant = accounts.find(registration.account()).orElseThrow();

        var form = actors.as(applicant, () -> registrations.form(registration));
        assertThat(form.find("slogan")).as("it appears").isPresent();
        assertThat(form.find("slogan").orElseThrow().name().in(Texts.CHINESE)).isEqualTo("企业口号");

        var without = submit(applicant, registration);
        assertThat(without.problems()).as("it is asked for").singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("slogan");
            assertThat(problem.message(texts, Texts.CHINESE)).contains("企业口号");
            assertThat(problem.message(texts, Texts.ENGLISH)).contains("Slogan");
        });
        actors.as(applicant, () -> registrations.keep(registration.id(), Map.of("slogan", "长".repeat(21))));
        assertThat(keys(submit(applicant, registration))).as("it is checked").containsExactly("form.error.maxLength");

        actors.as(applicant, () -> registrations.keep(registration.id(), Map.of("slogan", "精益求精")));
        assertThat(submit(applicant, registration).passed()).isTrue();
        assertThat(fixture.now(registration.id()).content()).as("it is kept").containsEntry("slogan", "精益求精");
        MockVaadin.setup();
        try {
            var page = actors.as(reviewer, () -> reviews.page(KIND, registration.id(), Texts.CHINESE))
                    .orElseThrow();
            assertThat(page.content().getElement().getOuterHTML())
                    .as("the reviewer sees it")
                    .contains("企业口号", "精益求精");
        } finally {
            MockVaadin.tearDown();
        }
        accept(reviewer, registration);
        assertThat(enterprises.profile(
                        enterprises.ofAccount(applicant.id()).orElseThrow().id()))
                .containsEntry("slogan", "精益求精");

        var earlier = accounts.find(old.account()).orElseThrow();
        assertThat(actors.as(earlier, () -> registrations.form(old)).find("slogan"))
                .as("what was opened before keeps its form")
                .isEmpty();
        assertThat(submit(earlier, old).passed()).isTrue();
    }

    @Test
    void anOlderRegistrationRefusesAFieldItsFormLacks() {
        var old = fixture.filled(actors.applicant(), RegistrationFixture.values(COUNTY));
        var owner = accounts.find(old.account()).orElseThrow();
        openedWithTheNewField(
                () -> actors.as(owner, () -> registrations.keep(old.id(), Map.of("slogan", "精益求精"))),
                RegistrationFixture.values(COUNTY));

        assertThat(keys(submit(owner, old))).containsExactly("form.error.unknown");
        assertThat(status(old)).isEqualTo(RegistrationStatus.EDITING);
    }
}
