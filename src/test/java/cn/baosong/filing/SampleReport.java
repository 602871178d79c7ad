package cn.baosong.filing;

import cn.baosong.check.CheckTable;
import cn.baosong.check.Finding;
import cn.baosong.check.Models;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormResult;
import cn.baosong.form.FormValidator;
import cn.baosong.form.FormValues;
import cn.baosong.form.TestForms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A monthly report that goes through its three forms and then the check table; sound until something in it is changed.
 * Each change makes another report.
 *
 * @param raw flat by path, of all forms
 * @param previous accepted report of last month, flat; null if there is none
 */
record SampleReport(boolean industrial, int year, int month, Map<String, Object> raw, Map<String, Object> previous) {

    static final FormDefinition BASIC = TestForms.form("monthly-report/basic-information.form");
    static final FormDefinition INDICATORS = TestForms.form("monthly-report/economic-indicators.form");
    static final FormDefinition PRODUCTS = TestForms.form("monthly-report/products.form");

    static final byte[] DMN = Models.file("monthly-report/report-checks.dmn");
    static final CheckTable TABLE = CheckTable.parse("report-checks.dmn", DMN, Models.FEEL);
    static final LocalDate TODAY = LocalDate.of(2021, 9, 10);

    static final List<String> COLUMNS = List.of("month", "cumulative", "lastYearMonth", "lastYearCumulative");

    /** @return a report that no rule finds anything in */
    static SampleReport sound(boolean industrial, int year, int month) {
        Map<String, Object> raw = new LinkedHashMap<>();
        Map<String, Object> previous = new LinkedHashMap<>();
        for (Indicator indicator : Indicator.ALL) {
            // Every month is like the one before it.
            BigDecimal each = BigDecimal.valueOf(indicator.key().equals("totalAssets") ? 1000 : 100);
            if (indicator.columns().contains("month")) {
                raw.put(indicator.key() + ".month", each);
                raw.put(indicator.key() + ".lastYearMonth", each);
            }
            for (String cumulative : List.of("cumulative", "lastYearCumulative")) {
                raw.put(indicator.key() + "." + cumulative, each.multiply(BigDecimal.valueOf(month)));
                previous.put(indicator.key() + "." + cumulative, each.multiply(BigDecimal.valueOf(month - 1L)));
            }
        }
        raw.putAll(Map.of(
                "codeKind",
                "creditCode",
                "code",
                "91350100M000100Y43",
                "openedOn",
                LocalDate.of(2010, 5, 1),
                "telephone",
                "0571-88886666",
                "industry",
                industrial ? "row-2" : "row-9",
                "products",
                List.of(product("甲", 30, 20, 10))));
        return new SampleReport(industrial, year, month, raw, previous);
    }

    static Map<String, Object> product(String name, Object production, Object sales, Object stock) {
        Map<String, Object> product = new HashMap<>();
        product.put("name", name);
        product.put("unit", "吨");
        product.put("production.cumulative", production);
        product.put("sales.cumulative", sales);
        product.put("stock.cumulative", stock);
        return product;
    }

    /** @param value null: not filled in */
    SampleReport with(String path, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(raw);
        changed.put(path, value);
        return new SampleReport(industrial, year, month, changed, previous);
    }

    SampleReport withPrevious(String path, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(previous);
        changed.put(path, value);
        return new SampleReport(industrial, year, month, raw, changed);
    }

    SampleReport withoutPrevious() {
        return new SampleReport(industrial, year, month, raw, null);
    }

    /** The same figures in another month. */
    SampleReport in(int otherYear, int otherMonth) {
        return new SampleReport(industrial, otherYear, otherMonth, raw, previous);
    }

    SampleReport of(boolean isIndustrial) {
        return new SampleReport(isIndustrial, year, month, raw, previous);
    }

    BigDecimal number(String path) {
        return (BigDecimal) raw.get(path);
    }

    List<Finding> findings() {
        return TABLE.evaluate(variables());
    }

    List<String> rules() {
        return findings().stream().map(Finding::rule).toList();
    }

    /** What the forms see beside their own values. */
    Map<String, Object> inputs() {
        return Map.of(
                "enterprise", Map.of("industrial", industrial),
                "period", Map.of("year", year, "month", month),
                "today", TODAY);
    }

    FormContext context() {
        return new FormContext(SampleReport::evaluate, inputs(), Map.of());
    }

    static Object evaluate(String expression, Map<String, Object> names) {
        return Models.FEEL.compile(expression).evaluate(names);
    }

    /** All a rule may read, as the platform puts it together. */
    Map<String, Object> variables() {
        Map<String, Object> all = new HashMap<>();
        raw.forEach((path, value) -> {
            if (BASIC.byPath().containsKey(path)) {
                all.put(path, value);
            }
        });
        all.putAll(compared(INDICATORS));
        all.putAll(compared(PRODUCTS));
        all.putAll(inputs());
        if (previous != null) {
            all.put("previous", FormValues.nested(previous));
        }
        return all;
    }

    private Map<String, Object> compared(FormDefinition form) {
        Map<String, Object> mine = new LinkedHashMap<>();
        raw.forEach((path, value) -> {
            if (form.byPath().containsKey(path)) {
                mine.put(path, value);
            }
        });
        FormResult result = TestForms.validator().validate(form, mine, context(), FormValidator.Mode.SAVE);
        if (!result.accepted()) {
            throw new IllegalArgumentException(new ArrayList<>(result.problems()).toString());
        }
        return FormValues.compared(form, result.values());
    }
}
