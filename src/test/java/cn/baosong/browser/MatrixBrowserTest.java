package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A matrix is filled in as a spreadsheet is: keys, a block from the clipboard, what is wrong said at once (MON-15 to 17). */
class MatrixBrowserTest extends BrowserTest {

    private static final int ROWS = 18;
    private static final String WIDTH = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

    private static final String KEPT =
            "Object.keys(localStorage).filter(key => key.startsWith('baosong-kept/')).length";

    @Autowired
    private MatrixPage.Saved saved;

    private Tab open(String language) {
        var tab = visitor().open("/test/matrix/" + language);
        tab.page().waitForFunction("window.baosongMatrix === true");
        return tab;
    }

    private static String block(BiFunction<Integer, Integer, String> cell) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> IntStream.range(0, 4)
                        .mapToObj(column -> cell.apply(row, column))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** What Ctrl+V does: a browser without a desk has no clipboard. */
    private static Tab paste(Tab tab, String id, String text) {
        tab.at(id).focus();
        tab.at(id).evaluate("""
                (cell, text) => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  cell.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                }
                """, text);
        return tab.settle();
    }

    private static void press(Tab tab, String... keys) {
        for (var key : keys) {
            tab.page().keyboard().press(key);
        }
    }

    private static Locator focused(Tab tab) {
        return tab.page().locator("input:focus");
    }

    @Test
    @DisplayName("Enter, arrows and Tab move as in a spreadsheet and pass over closed cells")
    void keys() {
        var tab = open("zh-CN");
        tab.at("electricity.month").click();
        press(tab, "Enter");
        assertThat(focused(tab)).hasId("loans.month");
        press(tab, "ArrowUp");
        assertThat(focused(tab)).hasId("electricity.month");
        press(tab, "ArrowDown", "Shift+Enter", "Tab", "Tab", "Tab", "Tab");
        assertThat(focused(tab)).hasId("capacity.cumulative");
        press(tab, "ArrowRight");
        assertThat(focused(tab)).hasId("capacity.lastYearCumulative");
        press(tab, "Shift+Tab", "ArrowLeft");
        assertThat(focused(tab)).hasId("electricity.lastYearCumulative");
        press(tab, "F1");
        assertThat(tab.at("electricity-definition")).isVisible();
        tab.at("electricity-help").click();
        assertThat(tab.at("electricity-definition")).isHidden();
    }

    @Test
    @DisplayName("numbers are plain while typed and grouped afterwards; letters do not get in; growth follows")
    void typing() {
        var tab = open("zh-CN");
        tab.at("revenue.cumulative").click();
        tab.page().keyboard().type("1a0");
        assertThat(tab.at("revenue.cumulative")).hasValue("10");
        assertThat(tab.at("revenue.growth")).hasText("-16.67%");
        tab.page().keyboard().type("0");
        assertThat(tab.at("revenue.growth")).hasText("733.33%");
        tab.page().keyboard().type("000.50");
        press(tab, "Enter");
        assertThat(tab.at("revenue.cumulative")).hasValue("100,000.5");
        tab.at("revenue.cumulative").focus();
        assertThat(tab.at("revenue.cumulative")).hasValue("100000.5");
        tab.settle().click("read").showsAt("sheet", "100,000.5");
    }

    @Test
    @DisplayName("a block of 18 by 4 is taken in one save, closed cells are passed over")
    void block() {
        var tab = open("zh-CN");
        paste(tab, "output.month", block((row, column) -> row == 0 ? "１,２３４" : row + "," + column + "00.50"));

        assertThat(tab.at("output.month")).hasValue("1234");
        assertThat(tab.at("output.lastYearCumulative")).hasValue("1,234");
        assertThat(tab.at("revenue.lastYearCumulative")).hasValue("4,300.5");
        assertThat(tab.at("investment.lastYearCumulative")).hasValue("17,300.5");
        assertThat(tab.at("investment.growth")).hasText("-1.16%");
        assertThat(tab.page().locator("input.matrix-wrong")).hasCount(0);
        assertThat(saved.calls())
                .filteredOn(call -> call.containsKey("investment.month"))
                .singleElement(as(InstanceOfAssertFactories.MAP))
                .hasSize(ROWS * 4 - 6)
                .containsKeys("output.month", "revenue.cumulative", "investment.lastYearMonth")
                .doesNotContainKeys("revenue.month", "investment.growth");
        tab.photograph(Path.of("target", "browser", "matrix-1440.png"));
    }

    @Test
    @DisplayName("markup, formulas and numbers without end are refused in words, and are run by nobody")
    void hostile() {
        var bad = List.of("<img src=x onerror=alert(1)>", "=HYPERLINK(\"x\")", "1e999", "'; DROP TABLE form_draft; --");
        var tab = open("zh-CN");
        paste(tab, "output.month", String.join("\t", bad) + "\tbeyond\n" + "9".repeat(5000) + "\t1\n");

        assertThat(tab.page().locator("input.matrix-wrong")).hasCount(5);
        assertThat(tab.at("output-findings")).containsText(say("form.error.type.number", "工业总产值（本年本月）"));
        assertThat(tab.at("exports-findings")).containsText(say("form.error.type.number", "出口交货值（本年本月）"));
        assertThat(tab.at("output.month")).hasValue(bad.get(0));
        tab.photograph(Path.of("target", "browser", "matrix-findings.png"));
        assertThat(tab.at("exports.cumulative")).hasValue("1");
        tab.at("output.lastYearMonth").fill("5");
        tab.at("output.lastYearMonth").blur();
        assertThat(tab.page().locator("input.matrix-wrong")).hasCount(4);
    }

    @Test
    @DisplayName("findings stand under their rows with the answer, which survives the next run; comparisons on demand")
    void findings() {
        var tab = open("zh-CN").click("found");
        var answer = tab.input("answer-range-exports.cumulative");
        answer.fill("三季度起新增客户");
        tab.at("found").dispatchEvent("click");
        tab.settle();
        assertThat(answer).hasValue("三季度起新增客户");
        assertThat(answer).isFocused();
        answer.blur();
        tab.settle();
        assertThat(saved.calls()).contains(Map.of("range", "三季度起新增客户"));
        assertThat(tab.page().locator(".finding-counts")).hasText("1 必须修改，1 需要说明，1 处已说明，1 条提示");

        var compare = tab.page().locator(".matrix-compare");
        compare.focus();
        press(tab, "Enter");
        assertThat(compare).hasAttribute("aria-pressed", "true");
        tab.at("output.month").focus();
        assertThat(tab.at("output.month")).hasAttribute("aria-description", "上月 7,980; 上年同月 1,234,567.5");
        for (var width : List.of(1440, 390)) {
            tab.size(width, 844);
            assertThat(tab.page().evaluate(WIDTH)).isEqualTo(0);
            tab.photograph(Path.of("target", "browser", "matrix-found-" + width + ".png"));
        }
        press(tab, "Shift+Tab");
        compare.click();
        tab.at("output.month").focus();
        assertThat(tab.at("output.month")).not().hasAttribute("aria-description", Pattern.compile(".+"));
    }

    @Test
    @DisplayName("what is typed without a network is offered when the page opens again; a logout leaves nothing of it")
    void offline() {
        var visitor = visitor();
        var tab = visitor.open("/test/matrix/zh-CN");
        tab.page().waitForFunction("!!window.baosongKept");
        tab.at("staff.month").fill("5");
        tab.at("staff.month").blur();
        assertThat(tab.page().locator(".autosave")).containsText("已自动保存");
        assertThat(tab.page().evaluate(KEPT)).isEqualTo(0);
        visitor.offline(true);
        tab.at("profit.month").click();
        tab.page().keyboard().type("4321");
        tab.page().waitForFunction(KEPT + " === 1");
        tab.page().close();
        visitor.offline(false);

        var again = visitor.open("/test/matrix/zh-CN");
        again.at("restore-typing").waitFor();
        again.photograph(Path.of("target", "browser", "matrix-kept.png"));
        again.shows("利润总额（本年本月） 4,321 千元").click("restore-typing");
        assertThat(again.at("profit.month")).hasValue("4,321");
        assertThat(saved.calls()).contains(Map.of("profit.month", new BigDecimal("4321")));
        again.page().waitForFunction(KEPT + " === 0");

        visitor.offline(true);
        again.at("profit.month").fill("5");
        again.page().waitForFunction(KEPT + " === 1");
        again.page().close();
        visitor.offline(false);
        var in = logIn(visitor, cast.filledIn().loginName(), "/");
        assertThat(in.page().evaluate(KEPT)).isEqualTo(1);
        in.click("logout").arriveAt("/login");
        assertThat(in.page().evaluate(KEPT)).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @DisplayName("on a phone one indicator follows the other, nothing is wider than the page")
    void phone(String language) {
        var tab = open(language);
        for (var width : List.of(1440, 390)) {
            tab.size(width, 844);
            assertThat(tab.page().evaluate(WIDTH)).isEqualTo(0);
            tab.photograph(Path.of("target", "browser", "matrix-" + language + "-" + width + ".png"));
        }
        var above = tab.at("output.month").boundingBox();
        var below = tab.at("output.cumulative").boundingBox();
        assertThat(below.y).isGreaterThan(above.y + above.height - 1);
        tab.at("staff.month").fill("1.5.5");
        tab.at("staff.month").blur();
        assertThat(tab.at("staff-findings")).isVisible();
        tab.at("staff.month").fill("15");
        tab.at("staff.month").blur();
        assertThat(tab.at("staff-findings")).isHidden();
        assertThat(tab.page().evaluate(WIDTH)).isEqualTo(0);
        assertThat(tab.page().locator("body"))
                .containsText(language.equals("en") ? "Main economic indicators" : "主要经济指标");
    }
}
