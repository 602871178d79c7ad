package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    static Element element(String id) {
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

    /** Only digits, point and sign, with separators in groups of three; full-width ones stand for plain ones (IMP-05). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            １２３４.５|1234.5
             1 234 567 |1234567
            1,234,567.00|1234567
            －12|-12
            +5|5
            -0|0
            -0.00|0
            .5|0.5
            """)
    void readsNumbersTheWayPeopleTypeThem(String typed, BigDecimal number) {
        FormPane pane = pane();
        type("output.month", typed);
        assertThat(pane.values()).containsEntry("output.month", number);
        assertThat(findings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e9",
                "1E9",
                "1e+9",
                "１ｅ９",
                "0x10",
                "1,5",
                "1.2.3",
                "12,34",
                "--5",
                "5-",
                "+-5",
                "-",
                "+",
                ".",
                "∞",
                "NaN",
                "½",
                "١٢",
                "五",
                "1万",
                "5%",
                "￥5",
                "1/2",
                "1_000",
                "0b1",
                "5f",
                "1d",
                "5 .",
                "1234567890123456789012345678901234567890"
            })
    void refusesWhatIsNoNumberInWordsAndKeepsItAsTyped(String typed) {
        FormPane pane = pane();
        type("output.month", typed);
        assertThat(pane.values()).containsEntry("output.month", typed);
        assertThat(shown("output.month")).isEqualTo(typed);
        assertThat(element("output-findings").getTextRecursively())
                .isEqualTo("“工业总产值（本年本月）”应为数字，例如 1,234.5。请只填数字、小数点和负号");
    }

    private static String compared(String path) {
        return element(path).getParent().getAttribute("data-compared");
    }

    private static Element toggle() {
        return _get(MatrixBox.class)
                .getElement()
                .getChildren()
                .filter(child -> "matrix-compare".equals(child.getAttribute("class")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comparesWithOtherReportsOnDemand() {
        FormPane pane = pane();
        assertThat(toggle().isVisible()).isFalse();
        Comparison month = new Comparison(
                new Bilingual("上月", "Last month"),
                Map.of("output.month", 1234.5, "profit.month", new BigDecimal("-7"), "nowhere", 1));
        Comparison year = new Comparison(new Bilingual("上年同月", null), Map.of("output.month", "<b>1</b>"));
        Comparison none = new Comparison(new Bilingual("没有", null), Map.of("nowhere", 1));
        pane.compare(List.of(month, year, none));

        assertThat(toggle().isVisible()).isTrue();
        assertThat(toggle().getText()).isEqualTo("对照上月、上年同月");
        assertThat(toggle().getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(compared("output.month")).isEqualTo("上月 1,234.5\n上年同月 <b>1</b>");
        assertThat(compared("profit.month")).isEqualTo("上月 -7\n上年同月 —");
        assertThat(compared("profit.cumulative")).isNull();

        pane.compare(List.of());
        assertThat(toggle().isVisible()).isFalse();
        assertThat(compared("output.month")).isNull();
    }

    @Test
    void takesValuesFromOutsideAsOneChange() {
        FormPane pane = pane();
        assertThat(pane.apply(
                        Map.of("output.month", 5, "output.cumulative", "1,234", "revenue.growth", 9, "output", 1)))
                .containsExactlyInAnyOrder("output.month", "output.cumulative");
        assertThat(changes)
                .containsExactly(
                        Map.of("output.month", new BigDecimal("5"), "output.cumulative", new BigDecimal("1234")));
        assertThat(shown("output.cumulative")).isEqualTo("1,234");
        assertThat(pane.apply(Map.of("output.month", new BigDecimal("5.0")))).isEmpty();
        pane.setReadOnly(true);
        assertThat(pane.apply(Map.of("output.month", 6))).isEmpty();
        assertThat(changes).hasSize(1);
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
