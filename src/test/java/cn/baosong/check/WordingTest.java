package cn.baosong.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule says before anything is evaluated. */
class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Give a name.\" | Give a name.",
                "\"is \" + string(a.b) + \", not more\" | is …, not more",
                "string(a) + \" is wrong\" | … is wrong",
                "formatted + \" is wrong\" + iffy | … is wrong…",
                "\"list: \" + string join(items[price > 0].name, \"、\") | list: …",
                "\"a (b) \\\"c\\\" \" + \"d\" | a (b) \"c\" d",
            })
    void theTextsOfAConcatenationWithGapsForFigures(String cell, String said) {
        assertThat(Wording.said(Models.FEEL.compile(cell))).isEqualTo(said);
    }

    @Test
    void nothingWhereTheWordsDependOnFigures() {
        assertThat(Wording.said(Models.FEEL.compile("if a > 1 then \"big\" else \"small\"")))
                .isNull();
        assertThat(Wording.said(null)).isNull();
        assertThat(Wording.said(Models.FEEL.compile("\"\" + string(if a > 1 then \"x\" else \"y\")")))
                .isEqualTo("…");
    }

    @Test
    void everyRuleOfAReportCanBeExplainedInBothLanguages() {
        var table = CheckTable.parse(Models.file("monthly-report/report-checks.dmn"), Models.FEEL);
        assertThat(table.wordings()).hasSameSizeAs(table.rules()).allSatisfy(wording -> {
            assertThat(wording.message()).isNotBlank().doesNotContain("string(");
            assertThat(wording.messageEn()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(wording.violated()).isNotBlank();
        });
    }
}
