package cn.baosong.form.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.form.FormContext;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormSheetTest {

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static String text(Locale locale, Map<String, Object> values) {
        FormContext context = new FormContext(TestForms.EXPRESSIONS, Map.of(), Map.of("scale", names -> "large"));
        return new FormSheet(TestForms.everyType(), context, TestForms.CODE_LISTS, TestForms.TEXTS, locale, values)
                .getElement()
                .getOuterHTML()
                .replaceAll("<[^>]+>", "|")
                .replaceAll("\\s*\\|[\\s|]*", "|");
    }

    private final Map<String, Object> values = new HashMap<>(Map.of(
            "name", "全称",
            "amount", new BigDecimal("1234567.5"),
            "moment", "2025-03-31T09:30",
            "agreed", true,
            "channels", List.of("web", "desk"),
            "kind", "a",
            "industry", "011",
            "address.city", "杭州",
            "members", List.of(Map.of("name", "甲", "share", 1500), Map.of("name", "乙"))));

    @Test
    void saysValuesTheWayPeopleReadThem() {
        assertThat(text(Texts.CHINESE, values))
                .contains(
                        "|名称|全称|",
                        "|金额|1,234,567.5 千元|",
                        "|时刻|2025-03-31 09:30|",
                        "|同意|是|",
                        "|渠道|网上、窗口|",
                        "|类别|甲|",
                        "|行业|农业→种植业→谷物种植|",
                        "|备注|—|",
                        "|规模|大型|",
                        "|地址|城市|杭州|街道|—|",
                        "|成员|姓名|份额|甲|1,500|乙|—|");
    }

    @Test
    void speaksEnglish() {
        assertThat(text(Texts.ENGLISH, values))
                .contains(
                        "|Name|全称|",
                        "|Amount|1,234,567.5 thousand yuan|",
                        "|Agreed|Yes|",
                        "|渠道|Online, Counter|",
                        "|行业|Agriculture→Crops→Cereals|",
                        "|Scale|Large|");
    }

    @Test
    void leavesOutWhatTheFormHides() {
        values.put("kind", "b");
        assertThat(text(Texts.CHINESE, values)).doesNotContain("城市", "杭州").contains("街道");
    }

    @Test
    void showsWhatWasTypedEvenIfItIsNoValue() {
        assertThat(text(Texts.CHINESE, Map.of("amount", "viel", "kind", "x", "industry", "zzz", "members", 5)))
                .contains("|金额|viel 千元|", "|类别|x|", "|行业|zzz|");
    }

    @Test
    void isEmptyButNotBrokenWithoutValues() {
        assertThat(text(Texts.CHINESE, Map.of())).contains("|名称|—|");
    }

    @Test
    void showsMarkupAsText() {
        FormSheet sheet = new FormSheet(
                TestForms.everyType(),
                TestForms.context(),
                TestForms.CODE_LISTS,
                TestForms.TEXTS,
                Texts.CHINESE,
                Map.of("name", "<script>alert(1)</script>"));
        assertThat(sheet.getElement().getOuterHTML()).doesNotContain("<script>").contains("&lt;script&gt;");
    }
}
