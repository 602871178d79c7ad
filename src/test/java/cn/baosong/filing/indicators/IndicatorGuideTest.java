package cn.baosong.filing.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.check.CheckTable;
import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import cn.baosong.filing.FilingModel;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.indicators.Explained.Line;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The explanation of the indicators says what the forms and the check table say, all of it and each thing once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IndicatorGuideTest {

    @Autowired
    private IndicatorGuide guide;

    @Autowired
    private IndicatorDocument document;

    @Autowired
    private FilingModels models;

    @Autowired
    private Periods periods;

    @Autowired
    private Feel feel;

    @Autowired
    private Expressions expressions;

    @Autowired
    private Texts texts;

    private FilingModel model() {
        return models.of(models.newest(Filings.SCHEME, periods.current()).id());
    }

    /** Everything of a form that a person or the platform fills in: fields, computed ones, and rows of tables. */
    private static Stream<FormComponent> explainable(FormDefinition form) {
        var cells = form.all()
                .filter(MatrixRow.class::isInstance)
                .flatMap(row -> row.children().stream())
                .toList();
        return form.all()
                .filter(component ->
                        component instanceof Field || component instanceof Computed || component instanceof MatrixRow)
                .filter(component -> !cells.contains(component));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyIndicatorOfEveryFormStandsInItOnce(String language) {
        var locale = Locale.forLanguageTag(language);
        var explained = guide.current(Filings.SCHEME, locale);
        assertThat(explained.period()).isEqualTo(periods.current().toString());
        var forms = model().forms();
        assertThat(explained.sheets()).hasSameSizeAs(forms);
        for (int i = 0; i < forms.size(); i++) {
            assertThat(explained.sheets().get(i).id()).isEqualTo(forms.get(i).id());
            assertThat(explained.sheets().get(i).lines().stream().map(Line::name))
                    .containsExactlyElementsOf(explainable(forms.get(i))
                            .map(component -> component.name().in(locale))
                            .toList());
        }
        var lines = explained.sheets().stream()
                .flatMap(sheet -> sheet.lines().stream())
                .toList();
        assertThat(lines.stream().map(Line::anchor)).doesNotHaveDuplicates();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.asked()).isNotBlank().doesNotContain("!");
            assertThat(line.checks())
                    .allSatisfy(check -> assertThat(check).isNotBlank().doesNotStartWith("!"));
            if (locale.equals(Texts.ENGLISH)) {
                assertThat(line.toString()).doesNotContainPattern("\\p{IsHan}");
            }
        });
        assertThat(lines.stream().filter(line -> !line.code().isEmpty()))
                .hasSize(18)
                .allSatisfy(line -> assertThat(line.definition()).isNotBlank());
    }

    @Test
    void everyRuleOfTheTableIsSaidSomewhere() {
        var explained = guide.current(Filings.SCHEME, Texts.CHINESE);
        var said = explained.sheets().stream()
                .flatMap(sheet -> Stream.concat(
                        sheet.checks().stream(), sheet.lines().stream().flatMap(line -> line.checks().stream())))
                .toList();
        var plain = 0;
        for (var wording : model().checks().wordings()) {
            var sentence = wording.message();
            if (said.stream().noneMatch(check -> check.endsWith(sentence))) {
                // Gathered over the columns of an indicator: missing, or negative.
                assertThat(wording.violated()).as(wording.rule().id()).matches("[\\w.]+ (?:= null|< 0)");
                plain++;
            }
        }
        assertThat(plain).isPositive().isLessThan(model().checks().rules().size());
    }

    @Test
    void whatIsAskedWhenAndHowItIsChecked() {
        var output = line("economic-indicators", "01");
        assertThat(output.asked()).isEqualTo("“工业企业”为是的企业：每月填报");
        assertThat(output.unit()).isEqualTo("千元");
        assertThat(output.columns()).isEqualTo("本年本月、本年1-本月、上年本月、上年1-本月");
        assertThat(output.checks().get(0)).isEqualTo("必填：本年本月、本年1-本月");
        assertThat(output.checks()).contains("不能为负数");
        assertThat(output.checks()).anyMatch(check -> check.startsWith("需要说明：") && check.contains("%"));
        assertThat(line("economic-indicators", "05").asked()).isEqualTo("每月填报");
        assertThat(line("economic-indicators", "15").asked()).isEqualTo("2、5、8、11、12 月填报");
        assertThat(guide.current(Filings.SCHEME, Texts.CHINESE).sheets().get(0).lines())
                .filteredOn(line -> line.name().equals("工业企业"))
                .singleElement()
                .extracting(Line::asked)
                .isEqualTo("由平台自动得出，不用填写");
        assertThat(line("economic-indicators", "11").checks())
                .as("a loss is negative")
                .noneMatch(check -> check.contains("负数"));
        var products = guide.current(Filings.SCHEME, Texts.CHINESE).sheets().get(2);
        assertThat(products.checks()).singleElement().asString().contains("期末库存量");
        var code = products.lines().stream()
                .filter(line -> line.name().equals("产品代码"))
                .findFirst()
                .orElseThrow();
        assertThat(code.checks())
                .as("a rule of the enterprise's code is not one of a product's")
                .isEmpty();
    }

    private Line line(String form, String code) {
        return guide.current(Filings.SCHEME, Texts.CHINESE).sheets().stream()
                .filter(sheet -> sheet.id().equals(form))
                .flatMap(sheet -> sheet.lines().stream())
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=period.month != 3 | 3 月填报",
                "=period.month > 0 | 是否填报视所填内容而定",
                "=enterprise.industrial = true | “工业企业”为否的企业：每月填报",
                "=enterprise.industrial != true or period.month > 2 | “工业企业”为是的企业：1、2 月填报",
                "=enterprise.scale = \"micro\" | 每月填报",
                "=somethingElse = 1 | 是否填报视所填内容而定",
                "=previous.revenue.cumulative > 3 | 是否填报视所填内容而定",
                "=enterprise.nobodyKnowsThis = 1 | 是否填报视所填内容而定",
                "=(((( | 是否填报视所填内容而定",
                "=false | 每月填报",
            })
    void whenSomethingIsAskedFollowsFromItsCondition(String hide, String said) {
        var asked = new AskedWhen(model(), model().forms().get(1), feel, expressions, texts, Texts.CHINESE);
        assertThat(asked.of(List.of(hide))).isEqualTo(said);
        assertThat(asked.of(List.of(hide, "=false"))).isEqualTo(said);
    }

    @Test
    void rulesAboutThingsThatAreInNoFormAreNotLost() {
        CheckTable table = model().checks();
        var paths = model().forms().stream()
                .flatMap(FormDefinition::all)
                .map(component -> component.head().path())
                .toList();
        assertThat(table.rules())
                .allSatisfy(rule -> assertThat(rule.fields()).isNotEmpty().allMatch(paths::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theDocumentHoldsWhatThePageHolds(String language) throws IOException {
        var locale = Locale.forLanguageTag(language);
        var out = new ByteArrayOutputStream();
        document.write(Filings.SCHEME, locale, out);
        var explained = guide.current(Filings.SCHEME, locale);
        try (var read = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(read.getTables()).hasSameSizeAs(explained.sheets());
            for (int i = 0; i < explained.sheets().size(); i++) {
                var sheet = explained.sheets().get(i);
                var rows = read.getTables().get(i).getRows();
                assertThat(rows).hasSize(sheet.lines().size() + 1);
                assertThat(rows.get(0).isRepeatHeader()).isTrue();
                for (int j = 0; j < sheet.lines().size(); j++) {
                    holds(rows.get(j + 1), sheet.lines().get(j), locale);
                }
            }
        }
    }

    private static void holds(XWPFTableRow row, Line line, Locale locale) {
        assertThat(row.getCell(0).getText()).isEqualTo(IndicatorDocument.name(line, locale));
        assertThat(row.getCell(1).getText()).isEqualTo(line.definition());
        assertThat(row.getCell(2).getText()).contains(line.asked());
        line.checks().forEach(check -> assertThat(row.getCell(2).getText()).contains(check));
    }
}
