package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One name, one code, one phone, one enterprise (REG-05, 31, 36, 37), also where two come at the same moment. */
class RegistrationUniquenessTest extends RegistrationScenario {

    private static final String COUNTY = "330110";

    private Account first;
    private Account second;
    private Account reviewer;
    private Map<String, Object> values;

    @BeforeEach
    void twoApplicants() {
        reviewer = desks.holder(desks.yuhang());
        first = actors.applicant();
        second = actors.applicant();
        values = RegistrationFixture.values(COUNTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "%s　", "试 验 %s"})
    void aNameIsTakenFromSubmissionOn(String written) {
        var name = (String) values.get("name");
        fixture.submitted(first, values);
        var same = written.startsWith("试 ") ? name.replaceFirst("试验", "试 验 ") : written.formatted(name);
        var late = fixture.filled(second, RegistrationFixture.with(RegistrationFixture.values(COUNTY), "name", same));

        var check = submit(second, late);

        assertThat(keys(check)).containsExactly("registration.error.name-taken");
        assertThat(check.problems().get(0).message(texts, Texts.CHINESE)).contains("企业名称已存在");
        assertThat(check.problems().get(0).path()).isEqualTo("name");
        assertThat(process(late)).isWaitingAt("fill-registration").hasNotPassed("submit-registration");
        assertThat(status(late)).isEqualTo(RegistrationStatus.EDITING);
    }

    @Test
    void aCodeIsTakenHoweverItIsWritten() {
        var code = (String) values.get("code");
        fixture.submitted(first, values);
        for (var written : List.of(code, code.toLowerCase(Locale.ROOT))) {
            var late = fixture.filled(
                    second, RegistrationFixture.with(RegistrationFixture.values(COUNTY), "code", written));
            var check = submit(second, late);
            assertThat(keys(check)).as(written).contains("registration.error.code-taken");
            assertThat(check.problems().stream()
                            .filter(problem -> problem.key().equals("registration.error.code-taken"))
                            .findFirst()
                            .orElseThrow()
                            .message(texts, Texts.CHINESE))
                    .contains("机构代码已存在");
            assertThat(status(late)).isEqualTo(RegistrationStatus.EDITING);
        }
    }

    @Test
    void bothStayTakenOnceTheEnterpriseStands() {
        accept(reviewer, fixture.submitted(first, values));
        var late = fixture.filled(second, values);

        assertThat(keys(submit(second, late)))
                .containsExactlyInAnyOrder("registration.error.name-taken", "registration.error.code-taken");
    }

    @Test
    void aDraftTakesNothingAndAReturnFreesNameAndCode() {
        var draft = fixture.filled(first, values);
        var other = fixture.submitted(second, values);
        assertThat(keys(submit(first, draft))).contains("registration.error.name-taken");

        sendBack(reviewer, other, "请核对");

        assertThat(submit(first, draft).passed()).isTrue();
        assertThat(keys(submit(second, other)))
                .as("who was returned comes too late now")
                .contains("registration.error.name-taken");
    }

    @Test
    void oneAccountHasOneRegistration() throws InterruptedException {
        var opened = Together.run(
                4, () -> actors.as(first, () -> registrations.open().id()));

        assertThat(opened).hasOnlyElementsOfType(UUID.class);
        assertThat(opened.stream().distinct()).hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM registration WHERE account_id = :id")
                        .param("id", first.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(opened.get(0).toString())
                        .count())
                .as("no process is left over by those who came second")
                .isEqualTo(1);
    }

    @Test
    void theSameNameAtTheSameMomentGoesToOne() throws InterruptedException {
        for (var what : List.of("name", "code")) {
            var people = new ArrayList<Account>();
            var filled = new ArrayList<Registration>();
            var shared = RegistrationFixture.values(COUNTY);
            for (var number = 0; number < 4; number++) {
                var person = actors.applicant();
                people.add(person);
                filled.add(fixture.filled(
                        person, RegistrationFixture.with(RegistrationFixture.values(COUNTY), what, shared.get(what))));
            }
            var next = new AtomicInteger();

            var outcomes = Together.run(4, () -> {
                var number = next.getAndIncrement();
                return submit(people.get(number), filled.get(number));
            });

            assertThat(outcomes).as(outcomes.toString()).hasOnlyElementsOfType(RegistrationCheck.class);
            assertThat(filled.stream().map(this::status))
                    .containsOnlyOnce(RegistrationStatus.UNDER_REVIEW)
                    .filteredOn(RegistrationStatus.EDITING::equals)
                    .hasSize(3);
            for (var outcome : outcomes) {
                var check = (RegistrationCheck) outcome;
                if (!check.passed()) {
                    assertThat(keys(check)).containsExactly("registration.error." + what + "-taken");
                }
            }
            assertThat(outcomes.stream().filter(outcome -> ((RegistrationCheck) outcome).passed()))
                    .hasSize(1);
        }
    }

    @Test
    void eightSubmitsOfOneRegistrationAreOneTransition() throws InterruptedException {
        var registration = fixture.filled(first, values);

        var outcomes = Together.run(8, () -> submit(first, registration));

        assertThat(outcomes.stream().filter(RegistrationCheck.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream().filter(Problem.class::isInstance))
                .hasSize(7)
                .allSatisfy(
                        problem -> assertThat(((Problem) problem).key()).isEqualTo("registration.error.not-editable"));
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(registration.processInstance())
                        .activityId("submit-registration")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void submittingAndGivingUpAtOnceEndsInOneOfBoth() throws InterruptedException {
        var registration = fixture.filled(first, values);
        var next = new AtomicInteger();

        var outcomes = Together.run(2, () -> {
            if (next.getAndIncrement() == 0) {
                return submit(first, registration);
            }
            actors.as(first, () -> registrations.cancel(registration.id()));
            return null;
        });

        assertThat(status(registration)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(waitsAt(registration)).isNull();
        assertThat(outcomes.stream().filter(Exception.class::isInstance))
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(Problem.class));
    }
}
