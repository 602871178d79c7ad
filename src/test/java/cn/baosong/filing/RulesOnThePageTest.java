package cn.baosong.filing;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.testing.FilingFixture;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each rule of the check table, as who fills in a report meets it (MON-14, 15, 18, 19, 25, 31, 32, 38 to 46). */
class RulesOnThePageTest extends RuleScenario {

    /** What reports of one enterprise have in common. */
    private record Kind(boolean industrial, YearMonth month) {}

    /** @param basic what describes the enterprise, as it began */
    private record Opened(Account account, Filing filing, Map<String, Object> basic) {}

    @Autowired
    private FilingViews views;

    private final Map<Kind, Opened> opened = new HashMap<>();

    @ParameterizedTest
    @MethodSource("firings")
    void isSaidAtItsFieldAndLetsNobodyOnBeforeItIsDealtWith(Firing firing) {
        var open = opened(firing.report());
        type(open, firing.report());
        try {
            signIn(open.account());
            go(firing.report(), firing.step());
            press("next");

            assertThat(address()).isEqualTo(address(firing.report(), firing.step()));
            assertSaidAtItsField(firing.finding());
            if (firing.must()) {
                assertCannotBeSubmitted(open, firing);
            } else {
                assertIsAnsweredByAnExplanation(firing);
            }
        } finally {
            cleared(open);
        }
    }

    private void assertCannotBeSubmitted(Opened open, Firing firing) {
        go(firing.report(), 5);
        assertThat(_get(Button.class, spec -> spec.withId("submit-report")).isEnabled())
                .isFalse();
        assertThat(_find(Button.class, spec -> spec.withClasses("summary-link")))
                .extracting(Button::getText)
                .contains(firing.finding().message());
        var id = open.filing().id();
        if (actors.as(open.account(), () -> filings.changedKeyFields(id)).isEmpty()) {
            assertThat(submit(open.account(), open.filing()).findings())
                    .extracting(FilingFinding::rule)
                    .contains(firing.finding().rule());
        } else {
            assertProblem("filing.error.key-fields-first", () -> submit(open.account(), open.filing()));
            assertProblem("filing.error.key-field-wrong", () -> actors.as(open.account(), () -> filings.freeze(id)));
        }
        assertThat(status(open.filing())).isEqualTo(FilingStatus.EDITING);
    }

    private static void assertIsAnsweredByAnExplanation(Firing firing) {
        _find(
                        TextField.class,
                        spec -> spec.withPredicate(
                                field -> field.getId().orElse("").startsWith("answer-")))
                .forEach(answer -> _setValue(answer, "海外订单集中交付，见合同"));
        press("next");
        assertThat(address()).isEqualTo(address(firing.report(), firing.step() + 1));
    }

    @Test
    void aSoundReportGoesOnFromEveryStep() {
        firings().map(Firing::report).map(RulesOnThePageTest::sound).distinct().forEach(report -> {
            var open = opened(report);
            type(open, report);
            signIn(open.account());
            go(report, 1);
            for (var step = 1; step <= 4; step++) {
                press("next");
                assertThat(address()).isEqualTo(address(report, step + 1));
            }
            assertThat(_get(Button.class, spec -> spec.withId("submit-report")).isEnabled())
                    .isTrue();
            UI.getCurrent().navigate("");
        });
    }

    private static TypedReport sound(TypedReport report) {
        var sample = report.sample();
        return new TypedReport(SampleReport.sound(sample.industrial(), sample.year(), sample.month()));
    }

    private Opened opened(TypedReport report) {
        return opened.computeIfAbsent(new Kind(report.sample().industrial(), report.month()), kind -> {
            var account = enterprise(report, kind.month().getMonthValue() > 1);
            var filing = actors.as(account, () -> filings.open(ReportTask.monthly(kind.month())));
            type(account, filing, FilingFixture.BASIC, Map.of("filler", "孙丙"));
            return new Opened(account, filing, views.draft(filing, SampleReport.BASIC));
        });
    }

    private void type(Opened open, TypedReport report) {
        var basic = new LinkedHashMap<String, Object>();
        SampleReport.BASIC
                .byPath()
                .keySet()
                .forEach(path -> basic.put(path, open.basic().get(path)));
        basic.putAll(report.basic());
        var products = new HashMap<String, Object>();
        products.put("products", report.products().isEmpty() ? null : report.products());
        type(open.account(), open.filing(), FilingFixture.BASIC, basic);
        type(open.account(), open.filing(), FilingFixture.INDICATORS, report.indicators());
        type(open.account(), open.filing(), FilingFixture.PRODUCTS, products);
    }

    /** Explanations stay with a report; the next rule is to be found unexplained. */
    private void cleared(Opened open) {
        actors.as(open.account(), () -> filings.check(open.filing().id(), Mode.SUBMIT)
                .findings()
                .forEach(finding -> filings.explain(open.filing().id(), finding.rule(), "")));
    }
}
