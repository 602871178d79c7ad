package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The matrix on a page, as far as the server makes it (MON-15, MON-16, MON-17, MON-37). */
class MatrixBoxTest {

    private static final FormDefinition FORM = TestForms.form("matrix.form");

    private final List<Map<String, Object>> changes = new ArrayList<>();

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static FormContext context(boolean industrial) {
        return new FormContext(TestForms.EXPRESSIONS, Map.of("enterprise", Map.of("industrial", industrial)), Map.of());
    }

    private FormPane pane(Locale locale, boolean industrial, Map<String, Object> initial) {
        FormPane pane = new FormPane(FORM, context(industrial), TestForms.CODE_LISTS, TestForms.TEXTS, locale, initial);
        pane.onChange(changes::add);
        UI.getCurrent().add(pane);
        return pane;
    }

    private FormPane pane() {
        return pane(Texts.CHINESE, true, Map.of());
    }

    private static void type(String... pathsAndTexts) {
        JsonObject texts = Json.createObject();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        _get(MatrixBox.class).changed(texts);
    }

    private static Element element(String id) {
        return find(_get(MatrixBox.class).getElement(), id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element " + id));
    }

    private static Stream<Element> find(Element at, String id) {
        return Stream.concat(
                Stream.of(at).filter(element -> id.equals(element.getAttribute("id"))),
                at.getChildren().flatMap(child -> find(child, id)));
    }

    private static String shown(String path) {
        return element(path).getAttribute("value");
    }

    private static long rows() {
        return _find(NativeTableRow.class, spec -> spec.withClasses("matrix-row"))
                .size();
    }

    @Test
    void showsWhatADraftHoldsWithSeparators() {
        pane(Texts.CHINESE, true, Map.of("revenue.cumulative", 1234567, "revenue.lastYearCumulative", 1000000.5));

        assertThat(shown("revenue.cumulative")).isEqualTo("1,234,567");
        assertThat(shown("revenue.lastYearCumulative")).isEqualTo("1,000,000.5");
        assertThat(element("revenue.growth").getText()).isEqualTo("23.46%");
        assertThat(element("cost.growth").getText()).isEqualTo("—");
        assertThat(shown("output.month")).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    void namesEveryCellForThoseWhoDoNotSeeTheTable() {
        pane();
        assertThat(element("output.lastYearMonth").getAttribute("aria-label")).isEqualTo("工业总产值（上年本月） 千元");
        assertThat(element("output.lastYearMonth").getAttribute("aria-required"))
                .isEqualTo("true");
        assertThat(_get(MatrixBox.class).getElement().getTextRecursively())
                .contains("指标名称", "累计同比增长", "不填", "千元", "报告期内的营业收入。");
        assertThat(element("revenue-help").getAttribute("aria-label")).contains("营业收入");
    }

    @Test
    void speaksEnglish() {
        pane(Texts.ENGLISH, true, Map.of());
        assertThat(_get(MatrixBox.class).getElement().getTextRecursively())
                .contains("Indicator", "Cumulative growth", "Last year", "kWh", "Not filled in")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void leavesOutTheRowsTheFormHides() {
        pane(Texts.CHINESE, false, Map.of("output.month", 5));
        assertThat(rows()).isEqualTo(13);

        type("output.month", "6");
        assertThat(changes).isEmpty();
    }

    @Test
    void takesABlockAsOneChange() {
        FormPane pane = pane();
        assertThat(rows()).isEqualTo(18);
        type("output.month", "1,234", "output.cumulative", "１２３４５", "staff.month", "-", "revenue.month", "9");

        assertThat(changes)
                .containsExactly(Map.of(
                        "output.month", new BigDecimal("1234"),
                        "output.cumulative", new BigDecimal("12345"),
                        "staff.month", "-"));
        assertThat(shown("output.cumulative")).isEqualTo("12,345");
        assertThat(pane.values()).containsEntry("output.cumulative", new BigDecimal("12345"));

        type("output.month", "1234.00", "output.cumulative", "");
        assertThat(changes).hasSize(2).last().isEqualTo(Collections.singletonMap("output.cumulative", null));
    }

    @Test
    void worksOutGrowthWhileTyping() {
        FormPane pane = pane();
        type("revenue.cumulative", "10", "revenue.lastYearCumulative", "12");
        assertThat(element("revenue.growth").getText()).isEqualTo("-16.67%");
        type("revenue.cumulative", "100");
        assertThat(element("revenue.growth").getText()).isEqualTo("733.33%");
        type("revenue.lastYearCumulative", "0");
        assertThat(element("revenue.growth").getText()).isEqualTo("—");

        type("revenue.growth", "5");
        assertThat(changes).allSatisfy(change -> assertThat(change).doesNotContainKey("revenue.growth"));
        assertThat(pane.values()).doesNotContainKey("revenue.growth");
    }

    @Test
    void saysUnderTheIndicatorWhatIsNoNumber() {
        FormPane pane = pane();
        type("output.month", "=1+1", "output.cumulative", "<b>1</b>", "staff.month", "1e999");

        assertThat(element("output-findings").getTextRecursively())
                .contains("“工业总产值（本年本月）”应为数字", "“工业总产值（本年1-本月）”应为数字");
        assertThat(element("staff-findings").getTextRecursively()).contains("从业人员");
        assertThat(element("output.month").getClassList()).contains("matrix-wrong");
        assertThat(element("output.month").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(pane.values()).containsEntry("output.month", "=1+1");
        assertThat(findings()).isEqualTo(2);

        type("output.month", "2", "output.cumulative", "");
        assertThat(element("output.month").getClassList()).doesNotContain("matrix-wrong");
        assertThat(findings()).isOne();
    }

    private static long findings() {
        return _find(NativeTableRow.class, spec -> spec.withClasses("matrix-findings"))
                .size();
    }

    @Test
    void showsProblemsOfCellsAndOfIndicatorsUntilTheyAreTouched() {
        FormPane pane = pane();
        List<FieldProblem> problems = new ArrayList<>(TestForms.validator()
                .validate(FORM, pane.values(), context(true), FormValidator.Mode.SUBMIT)
                .problems());
        problems.add(FieldProblem.said("profit", "利润总额与上月相差太大", "Profit differs too much"));
        pane.showProblems(problems);

        assertThat(element("output-findings").getTextRecursively()).contains("请填写“工业总产值（本年本月）”");
        assertThat(element("profit-findings").getTextRecursively()).isEqualTo("利润总额与上月相差太大");
        type("profit.month", "5", "output.month", "5");
        assertThat(element("profit-findings").getTextRecursively()).isEmpty();
        assertThat(element("output-findings").getTextRecursively())
                .doesNotContain("（本年本月）")
                .contains("（上年本月）");

        pane.goTo("profit");
        pane.goTo("output.month");
        pane.clearProblems();
        assertThat(findings()).isZero();
    }

    @Test
    void takesNothingFromWhatIsClosedToTheReader() {
        FormPane pane = pane();
        pane.setReadOnly(true);
        assertThat(element("output.month").hasAttribute("readonly")).isTrue();
        type("output.month", "5");
        assertThat(changes).isEmpty();

        pane.setReadOnly(false);
        type("output.month", "5");
        assertThat(changes).hasSize(1);
    }

    @Test
    void survivesWhatNoBrowserSends() {
        FormPane pane = pane();
        JsonObject texts = Json.createObject();
        texts.put("output.month", 5.0);
        texts.put("output.cumulative", Json.createObject());
        texts.put("constructor", "x");
        texts.put("staff.month", "9".repeat(1_000_000));
        _get(MatrixBox.class).changed(texts);

        assertThat(changes).singleElement().satisfies(change -> assertThat(change)
                .containsOnly(Map.entry("staff.month", "9".repeat(61))));
        assertThat(pane.values()).doesNotContainKey("constructor");
    }

    @Test
    void isReadAsATableWithGrowth() {
        Map<String, Object> values = Map.of(
                "revenue.cumulative", new BigDecimal("1234.5"), "revenue.lastYearCumulative", new BigDecimal("1000"));
        FormSheet sheet =
                new FormSheet(FORM, context(false), TestForms.CODE_LISTS, TestForms.TEXTS, Texts.CHINESE, values);
        String text =
                sheet.getElement().getOuterHTML().replaceAll("<[^>]+>", "|").replaceAll("\\s*\\|[\\s|]*", "|");

        assertThat(text)
                .contains("|主要经济指标|指标名称|本年|上年|累计同比增长|本月|1-本月|本月|1-本月|")
                .contains("|营业收入|千元|不填|1,234.5|不填|1,000|23.45%|")
                .contains("|财务费用|千元|—|—|—|—|—|")
                .doesNotContain("工业总产值");
    }
}
