package cn.baosong.browser;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormContext;
import cn.baosong.form.TestForms;
import cn.baosong.form.ui.Autosave;
import cn.baosong.form.ui.Comparison;
import cn.baosong.form.ui.FindingLine;
import cn.baosong.form.ui.FindingLine.Severity;
import cn.baosong.form.ui.FormPane;
import cn.baosong.form.ui.FormSheet;
import cn.baosong.form.ui.KeptTyping;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;

/** A form with a matrix and nothing around it; its path ends in the language. */
@Route(value = "test/matrix", autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
class MatrixPage extends Div implements HasUrlParameter<String> {

    private final transient Saved saved;
    private final transient CodeLists codes;
    private final transient Texts texts;
    private final transient Clock clock;

    /** Makes the page known to the application, and remembers what its autosave was given, call by call. */
    @TestComponent
    static class Saved implements VaadinServiceInitListener {
        private final List<Map<String, Object>> calls = new CopyOnWriteArrayList<>();

        @Override
        public void serviceInit(ServiceInitEvent event) {
            RouteConfiguration.forApplicationScope().setAnnotatedRoute(MatrixPage.class);
        }

        List<Map<String, Object>> calls() {
            return calls;
        }
    }

    MatrixPage(Saved saved, CodeLists codes, Texts texts, Clock clock) {
        this.saved = saved;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    private static List<FindingLine> findings() {
        return List.of(
                new FindingLine(
                        "range",
                        "exports.cumulative",
                        Severity.WARNING,
                        new Bilingual(
                                "累计同比 311.42% 超出 -100 ～ 300。请核对；数据无误请说明原因",
                                "Growth of 311.42% is outside -100 to 300. Please check; explain if the data are right"),
                        null,
                        false,
                        "新增德国客户年度订单"),
                new FindingLine(
                        "cumulative",
                        "exports",
                        Severity.HINT,
                        new Bilingual("上月数据尚未审核通过，未作比较", "Last month is not approved yet and was not compared"),
                        null,
                        false,
                        null),
                new FindingLine(
                        "negative",
                        "cost.cumulative",
                        Severity.MANDATORY,
                        new Bilingual("营业成本不能为负数。请修改本年 1-本月", "Cost of sales must not be negative. Please correct it"),
                        null,
                        false,
                        null),
                new FindingLine(
                        "whole",
                        null,
                        Severity.WARNING,
                        new Bilingual("本月数据与上月完全相同。请核对", "All data equal last month. Please check"),
                        "停产检修",
                        true,
                        null));
    }

    @Override
    public void setParameter(BeforeEvent event, String language) {
        var locale = Locale.forLanguageTag(language);
        var form = TestForms.form("matrix.form");
        var context =
                new FormContext(TestForms.EXPRESSIONS, Map.of("enterprise", Map.of("industrial", true)), Map.of());
        var pane = new FormPane(form, context, codes, texts, locale, Map.of("revenue.lastYearCumulative", 12));
        var autosave = new Autosave(
                pane,
                changed -> {
                    saved.calls.add(changed);
                    return clock.instant();
                },
                texts,
                locale,
                clock);
        var sheet = new Div();
        sheet.setId("sheet");
        var read = new Button("read", click -> {
            sheet.removeAll();
            sheet.getElement()
                    .appendChild(new FormSheet(form, context, codes, texts, locale, pane.values()).getElement());
        });
        read.setId("read");
        var found = new Button(
                "findings",
                click -> pane.showFindings(findings(), (rule, words) -> {
                    saved.calls.add(Map.of(rule, words));
                }));
        found.setId("found");
        pane.compare(List.of(
                new Comparison(
                        new Bilingual("上月", "Last month"),
                        Map.of("output.month", 7980, "output.cumulative", 70890, "staff.month", 84)),
                new Comparison(
                        new Bilingual("上年同月", "Same month last year"),
                        Map.of("output.month", 1234567.5, "exports.month", 2150, "exports.cumulative", 10450))));
        var kept = new KeptTyping(pane, autosave, "somebody", "something", texts, locale);
        add(kept, autosave, pane, read, found, sheet);
    }
}
