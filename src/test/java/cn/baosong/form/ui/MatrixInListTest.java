package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every row of a list with a matrix of its own: the products of a monthly report (MON-22, MON-24). */
class MatrixInListTest {

    private static final FormDefinition FORM = TestForms.form("monthly-report/products.form");

    private final List<Map<String, Object>> changes = new ArrayList<>();
    private FormPane pane;

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private void show(Map<String, Object> initial) {
        pane = new FormPane(FORM, TestForms.context(), TestForms.CODE_LISTS, TestForms.TEXTS, Texts.CHINESE, initial);
        pane.onChange(changes::add);
        UI.getCurrent().add(pane);
    }

    private static void add() {
        _click(_get(Button.class, spec -> spec.withText("新增产品")));
    }

    private static void remove(int row) {
        String label = "删除该产品 " + row;
        _click(_find(Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow());
    }

    /** @param row from 0 */
    private static void type(int row, String path, String text) {
        JsonObject texts = Json.createObject();
        texts.put("products[" + row + "]." + path, text);
        _find(MatrixBox.class).get(row).changed(texts);
    }

    private static final Map<String, Object> TUBES = Map.of(
            "name",
            "钢管",
            "unit",
            "吨",
            "production.month",
            new BigDecimal("1234"),
            "production.cumulative",
            new BigDecimal("7000.5"));

    @Test
    void startsWithoutARowAndGrowsByTheButton() {
        show(Map.of());
        assertThat(_find(MatrixBox.class)).isEmpty();

        add();
        add();
        _setValue(_get(TextField.class, spec -> spec.withId("products[1].name")), "板材");
        type(1, "stock.cumulative", "1,500");
        type(0, "stock.cumulative", "3");

        assertThat(pane.values())
                .isEqualTo(Map.of(
                        "products",
                        List.of(
                                Map.of("stock.cumulative", new BigDecimal("3")),
                                Map.of("name", "板材", "stock.cumulative", new BigDecimal("1500")))));
        assertThat(changes.get(changes.size() - 1)).containsOnlyKeys("products");
    }

    @Test
    void takesOnlyCellsOfItsOwnRow() {
        show(Map.of("products", List.of(TUBES, TUBES)));
        JsonObject texts = Json.createObject();
        texts.put("products[1].sales.month", "5");
        texts.put("sales.month", "6");
        texts.put("products[0].stock.month", "7");
        _find(MatrixBox.class).get(0).changed(texts);

        assertThat(pane.values()).isEqualTo(Map.of("products", List.of(TUBES, TUBES)));
        assertThat(changes).isEmpty();
    }

    @Test
    void removesARowWithItsFigures() {
        show(Map.of("products", List.of(TUBES, Map.of("name", "板材", "sales.month", new BigDecimal("2")))));
        remove(1);

        assertThat(pane.values())
                .isEqualTo(Map.of("products", List.of(Map.of("name", "板材", "sales.month", new BigDecimal("2")))));
        type(0, "sales.month", "4");
        assertThat(pane.values())
                .isEqualTo(Map.of("products", List.of(Map.of("name", "板材", "sales.month", new BigDecimal("4")))));
        remove(1);
        assertThat(pane.values()).doesNotContainEntry("products", List.of());
        assertThat(_find(MatrixBox.class)).isEmpty();
    }

    @Test
    void saysAtTheCellWhatIsWrong() {
        show(Map.of("products", List.of(TUBES, TUBES)));
        type(1, "stock.cumulative", "-3");
        List<FieldProblem> problems = TestForms.validator()
                .validate(FORM, pane.values(), TestForms.context(), FormValidator.Mode.SAVE)
                .problems();
        assertThat(problems).extracting(FieldProblem::path).containsExactly("products[1].stock.cumulative");

        pane.showProblems(problems);
        String said = problems.get(0).message(TestForms.TEXTS, Texts.CHINESE);
        assertThat(_find(MatrixBox.class).get(1).getElement().getTextRecursively())
                .contains(said);
        assertThat(_find(MatrixBox.class).get(0).getElement().getTextRecursively())
                .doesNotContain(said);
        type(1, "stock.cumulative", "3");
        assertThat(_find(MatrixBox.class).get(1).getElement().getTextRecursively())
                .doesNotContain(said);
    }

    @Test
    void isReadAsOneLineARow() {
        FormSheet sheet = new FormSheet(
                FORM,
                TestForms.context(),
                TestForms.CODE_LISTS,
                TestForms.TEXTS,
                Texts.CHINESE,
                Map.of("products", List.of(TUBES)));
        String text =
                sheet.getElement().getOuterHTML().replaceAll("<[^>]+>", "|").replaceAll("\\s*\\|[\\s|]*", "|");
        assertThat(text)
                .contains(
                        "|产品名称|产品代码|计量单位|生产量（本年本月）|生产量（本年1-本月）|生产量（上年本月）|生产量（上年1-本月）|销售量（本年本月）|",
                        "|期末库存量（本年1-本月）|期末库存量（上年1-本月）|钢管|—|吨|1,234|7,000.5|—|");
    }

    @Test
    void isLockedAsAWhole() {
        show(Map.of("products", List.of(TUBES)));
        pane.setReadOnly(true);
        type(0, "production.month", "9");

        assertThat(pane.values()).isEqualTo(Map.of("products", List.of(TUBES)));
        assertThat(_find(Button.class).stream().filter(Button::isVisible)).isEmpty();
    }
}
