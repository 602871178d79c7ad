package cn.baosong.filing;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.check.Finding;
import cn.baosong.check.Severity;
import cn.baosong.filing.ReportCases.Case;
import cn.baosong.testing.Pages;
import cn.baosong.testing.RegistrationFixture;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every rule of the check table, fired in reports of enterprises that share everything but what the rule is about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RuleScenario extends FilingScenario {

    /** @param finding what the rule is to say of the report */
    record Firing(Finding finding, TypedReport report) {

        boolean must() {
            return finding.severity() == Severity.MANDATORY;
        }

        /** @return where it is shown */
        String path() {
            return finding.fields().get(0);
        }

        /** @return step of the form that holds the field, from 1 */
        int step() {
            return SampleReport.BASIC.byPath().containsKey(path())
                    ? 1
                    : SampleReport.INDICATORS.byPath().containsKey(path()) ? 2 : 3;
        }

        @Override
        public String toString() {
            return finding.rule();
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    /** @return one for each rule of the table; a rule without a case in which it is found is an error */
    static Stream<Firing> firings() {
        var cases = ReportCases.all().filter(Case::found).toList();
        return SampleReport.TABLE.rules().stream().map(rule -> firing(rule.id(), cases));
    }

    private static Firing firing(String rule, List<Case> cases) {
        var report = cases.stream()
                .filter(tried -> tried.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case in which " + rule + " is found"))
                .report();
        var finding = report.findings().stream()
                .filter(found -> found.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        return new Firing(finding, new TypedReport(report));
    }

    /** @return an enterprise the report could be of; the month before is accepted where the report has one to go by */
    Account enterprise(TypedReport report, boolean compared) {
        var values = RegistrationFixture.values("330110");
        values.put("industry", report.sample().industrial() ? "3489" : "6513");
        var account = fixture.enterprise(values);
        if (compared && report.sample().previous() != null) {
            fixture.accepted(account, report.month().minusMonths(1));
        }
        return account;
    }

    void signIn(Account who) {
        var now = accounts.find(who.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    static String address(TypedReport report, int step) {
        return "reports/" + report.month() + "?step=" + step;
    }

    static void go(TypedReport report, int step) {
        UI.getCurrent().navigate("reports/" + report.month(), QueryParameters.of("step", Integer.toString(step)));
        MockVaadin.clientRoundtrip();
    }

    static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
        MockVaadin.clientRoundtrip();
    }

    static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** The rule's words stand on the page once, as what the rule is, at the field or below the indicator it is about. */
    static void assertSaidAtItsField(Finding finding) {
        var notes = _find(Div.class, spec -> spec.withClasses("finding")).stream()
                .filter(note -> note.getElement().getTextRecursively().contains(finding.message()))
                .toList();
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.getClassNames())
                    .contains("finding-" + finding.severity().word());
            assertThat(standsAt(note, finding.fields().get(0)))
                    .as("stands at " + finding.fields().get(0))
                    .isTrue();
        });
    }

    private static boolean standsAt(Component note, String path) {
        var indicator = path.replaceAll("\\.[^.]+$", "") + "-findings";
        for (var at = note.getParent().orElse(null);
                at != null;
                at = at.getParent().orElse(null)) {
            if (indicator.equals(at.getId().orElse(null))) {
                return true;
            }
            if (at.hasClassName("form-findings")) {
                return at.getParent()
                        .orElseThrow()
                        .getChildren()
                        .anyMatch(beside -> path.equals(beside.getId().orElse(null)));
            }
        }
        return false;
    }
}
