package cn.baosong.form;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Group;
import cn.baosong.form.ui.FormPane;
import cn.baosong.form.ui.FormSheet;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The registration form as it is in the repository, with the real code lists. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RegistrationFormTest {

    private static final String FILE = "enterprise-registration/registration-form.form";

    @Autowired
    private CodeLists codeLists;

    @Autowired
    private FormValidator validator;

    @Autowired
    private Expressions expressions;

    @Autowired
    private Texts texts;

    private final FormDefinition form = TestForms.form(FILE);

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private FormContext context() {
        return new FormContext(expressions, Map.of(), Map.of("enterprise-scale", names -> "small"));
    }

    private Map<String, Object> complete() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", "示例软件有限公司");
        values.put("code", "PDY000019");
        values.put("codeKind", "organizationCode");
        values.put("legalRepresentative", "张三");
        values.put("industry", leaf("industry"));
        values.put("region", leaf("region"));
        values.put("registrationType", leaf("registration-type"));
        values.put(
                "holdingType", codeLists.children("holding-type", null).get(0).code());
        values.put("lastYearRevenue", "12,000.5");
        values.put("lastYearEmployees", 30);
        values.put("lastYearAssets", "5000");
        values.put("listed", "no");
        values.put("address", "示例路 1 号");
        values.put("postalCode", "310000");
        values.put("openedOn", "2010-05-01");
        values.put("website", "https://example.cn");
        values.put("contact", "李四");
        values.put("telephone", "0571-12345678");
        values.put("mobile", "13800000000");
        values.put("email", "li@example.cn");
        values.put("mainBusiness", "软件开发");
        return values;
    }

    private String leaf(String list) {
        CodeLists.Entry at = codeLists.children(list, null).get(0);
        while (!at.leaf()) {
            at = codeLists.children(list, at.code()).get(0);
        }
        return at.code();
    }

    private FormResult submit(Map<String, Object> values) {
        return validator.validate(form, values, context(), FormValidator.Mode.SUBMIT);
    }

    @Test
    void hasTheFieldsOfARegistration() {
        assertThat(form.id()).isEqualTo("registration-form");
        assertThat(form.schemaVersion()).isEqualTo(16);
        assertThat(form.byPath().keySet())
                .containsExactlyInAnyOrder(
                        "name",
                        "codeKind",
                        "code",
                        "legalRepresentative",
                        "industry",
                        "region",
                        "registrationType",
                        "holdingType",
                        "lastYearRevenue",
                        "lastYearEmployees",
                        "lastYearAssets",
                        "scale",
                        "listed",
                        "stockCode",
                        "address",
                        "postalCode",
                        "openedOn",
                        "website",
                        "contact",
                        "telephone",
                        "fax",
                        "mobile",
                        "email",
                        "mainBusiness");
        assertThat(form.find("scale")).containsInstanceOf(Computed.class);
    }

    @Test
    void hasAnEnglishTextForEveryChineseOne() {
        assertThat(form.all()).allSatisfy(component -> {
            assertThat(component.head().label().english()).isNotBlank();
            assertThat(component.head().description().chinese() == null)
                    .isEqualTo(component.head().description().english() == null);
            assertThat(component.head().unit().chinese() == null)
                    .isEqualTo(component.head().unit().english() == null);
            assertThat(component.head().definition().chinese() == null)
                    .isEqualTo(component.head().definition().english() == null);
        });
    }

    @Test
    void placesEveryFieldInARowOfSixteenColumns() {
        form.all()
                .filter(Group.class::isInstance)
                .map(group -> group.children().stream()
                        .collect(Collectors.groupingBy(
                                child -> child.head().placement().row(),
                                Collectors.summingInt(
                                        child -> child.head().placement().columns()))))
                .forEach(rows -> assertThat(rows.values()).allMatch(columns -> columns > 0 && columns <= 16));
    }

    @Test
    void acceptsACompleteRegistration() {
        FormResult result = submit(complete());

        assertThat(result.problems()).isEmpty();
        assertThat(result.values())
                .containsEntry("lastYearRevenue", new BigDecimal("12000.5"))
                .containsEntry("scale", "small")
                .doesNotContainKey("stockCode");
    }

    @Test
    void asksForEveryRequiredField() {
        assertThat(submit(Map.of()).problems())
                .allMatch(problem -> problem.key().equals("form.error.required"))
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "name",
                        "code",
                        "legalRepresentative",
                        "industry",
                        "region",
                        "registrationType",
                        "lastYearRevenue",
                        "lastYearEmployees",
                        "lastYearAssets",
                        "listed",
                        "address",
                        "postalCode",
                        "openedOn",
                        "contact",
                        "mainBusiness");
    }

    @Test
    void asksForTheStockCodeOfAListedEnterpriseOnly() {
        Map<String, Object> listed = complete();
        listed.put("listed", "yes");
        assertThat(submit(listed).problems()).extracting(FieldProblem::path).containsExactly("stockCode");

        listed.put("stockCode", "600000");
        assertThat(submit(listed).values()).containsEntry("stockCode", "600000");
        listed.put("listed", "no");
        assertThat(submit(listed).values()).doesNotContainKey("stockCode");
    }

    @ParameterizedTest
    @CsvSource({
        "postalCode, 31000",
        "postalCode, 31000a",
        "telephone, 057112345678",
        "telephone, 571-12345678",
        "fax, 12345678",
        "mobile, 23800000000",
        "mobile, 1380000000",
        "email, li@",
        "website, ftp://example.cn",
        "website, example.cn",
        "website, javascript:alert(1)//http://a.b",
        "lastYearRevenue, -1",
        "lastYearEmployees, 1.5",
        "openedOn, 01.05.2010",
        "industry, A",
        "region, 999999",
        "holdingType, 99",
        "scale2, x",
        "name, <b>x</b>"
    })
    void refusesWrongFormats(String path, String value) {
        Map<String, Object> values = complete();
        values.put(path, value);

        assertThat(submit(values).problems()).singleElement().satisfies(problem -> assertThat(
                        problem.message(texts, Texts.CHINESE))
                .contains("请"));
    }

    /** One component more in the file, and nothing else: it appears, is checked, and is shown to whoever reads. */
    @Test
    void takesAFieldAddedToTheFileAlone() throws Exception {
        ObjectMapper json = new ObjectMapper();
        var file = json.readTree(TestForms.file(FILE));
        ArrayNode section = (ArrayNode) file.path("components").get(0).path("components");
        section.add(json.readTree("""
                {"type": "number", "id": "field-patents", "key": "patents", "label": "专利数", "decimalDigits": 0,
                 "validate": {"required": true, "max": 9999}, "properties": {"label.en": "Patents", "unit": "项"}}
                """));
        FormDefinition longer = FormParser.parse(json.writeValueAsBytes(file));

        FormPane pane = new FormPane(longer, context(), codeLists, texts, Texts.CHINESE, complete());
        UI.getCurrent().add(pane);
        TextField patents = _get(TextField.class, spec -> spec.withId("patents"));
        assertThat(patents.getLabel()).isEqualTo("专利数");
        assertThat(keys(longer, pane.values())).containsExactly("form.error.required");
        _setValue(patents, "10000");
        assertThat(keys(longer, pane.values())).containsExactly("form.error.max");
        _setValue(patents, "1200");
        assertThat(keys(longer, pane.values())).isEmpty();

        FormSheet sheet = new FormSheet(longer, context(), codeLists, texts, Texts.CHINESE, pane.values());
        assertThat(sheet.getElement().getTextRecursively()).contains("专利数", "1,200 项");
    }

    private List<String> keys(FormDefinition form, Map<String, Object> values) {
        return validator.validate(form, values, context(), FormValidator.Mode.SUBMIT).problems().stream()
                .map(FieldProblem::key)
                .toList();
    }

    @Test
    void showsEveryFieldOnThePage() {
        UI.getCurrent().add(new FormPane(form, context(), codeLists, texts, Texts.ENGLISH, Map.of()));

        form.all()
                .filter(component -> component instanceof Field || component instanceof Computed)
                .forEach(field -> {
                    String path = field.head().path();
                    assertThat(_find(Component.class, spec -> spec.withId(path)))
                            .as(path)
                            .hasSize(path.equals("stockCode") ? 0 : 1);
                });
        RadioButtonGroup<String> listed = _get(RadioButtonGroup.class, spec -> spec.withId("listed"));
        _setValue(listed, "yes");
        assertThat(_get(TextField.class, spec -> spec.withId("stockCode")).getLabel())
                .isEqualTo("Stock code");
    }
}
