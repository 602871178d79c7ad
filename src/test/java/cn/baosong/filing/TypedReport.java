package cn.baosong.filing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A {@link SampleReport} as somebody fills it into the forms of a real report, whose enterprise is its own. */
record TypedReport(SampleReport sample) {

    YearMonth month() {
        return YearMonth.of(sample.year(), sample.month());
    }

    private SampleReport sound() {
        return SampleReport.sound(sample.industrial(), sample.year(), sample.month());
    }

    /** @return what describes the enterprise other than its registration does; null empties */
    Map<String, Object> basic() {
        var sound = sound().raw();
        var changed = new LinkedHashMap<String, Object>();
        SampleReport.BASIC.byPath().keySet().forEach(path -> {
            var value = sample.raw().get(path);
            if (!Objects.equals(value, sound.get(path))) {
                changed.put(path, value instanceof LocalDate day ? moved(day) : value);
            }
        });
        if (changed.containsKey("telephone")) {
            // The sample is reached by telephone, a registered enterprise by mobile number.
            changed.put("mobile", sample.raw().get("mobile"));
        }
        return changed;
    }

    /** As far from today as the sample's day is from the sample's today. */
    private static String moved(LocalDate day) {
        return LocalDate.now()
                .plusDays(ChronoUnit.DAYS.between(SampleReport.TODAY, day))
                .toString();
    }

    /** @return every cell that is asked of this enterprise in this month; null for one left empty */
    Map<String, Object> indicators() {
        var cells = new LinkedHashMap<String, Object>();
        var quarterly = List.of(2, 5, 8, 11, 12).contains(sample.month());
        Indicator.ALL.stream()
                .filter(indicator -> sample.industrial() || !indicator.industrial())
                .filter(indicator -> quarterly || !indicator.quarterly())
                .flatMap(Indicator::paths)
                .forEach(path -> cells.put(path, sample.raw().get(path)));
        return cells;
    }

    /** @return the products, complete; none where they are those of a sound report */
    List<Map<String, Object>> products() {
        var products = sample.raw().get("products");
        var typed = new ArrayList<Map<String, Object>>();
        if (!Objects.equals(products, sound().raw().get("products"))) {
            for (var product : (List<?>) products) {
                var row = new HashMap<String, Object>();
                ((Map<?, ?>) product).forEach((path, value) -> row.put((String) path, value));
                row.put("production.month", 1);
                row.put("sales.month", 1);
                typed.add(row);
            }
        }
        return typed;
    }
}
