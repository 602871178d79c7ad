package cn.baosong.statistics.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Chart;
import cn.baosong.statistics.Overview;
import cn.baosong.statistics.Overview.Part;
import cn.baosong.statistics.UnreportedFilter;
import com.vaadin.flow.component.UI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The two pictures of a period: how much of each region is filed, and how that grew from day to day. */
final class OverviewCharts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int LINE_HEIGHT = 260;
    private static final int BAR_HEIGHT = 26;
    private static final int AROUND_BARS = 60;

    private final Overview overview;
    private final Texts texts;
    private final Locale locale;

    OverviewCharts(Overview overview, Texts texts, Locale locale) {
        this.overview = overview;
        this.texts = texts;
        this.locale = locale;
    }

    /** @param name of a part; a click on a bar leads to those of it that have not filed */
    Chart rates(Function<Part, String> name) {
        var parts = overview.parts();
        var options = Map.of(
                "grid", Map.of("left", 8, "right", 48, "top", 8, "bottom", 8, "containLabel", true),
                "xAxis", Map.of("type", "value", "max", 100, "axisLabel", Map.of("formatter", "{value}%")),
                "yAxis",
                        Map.of(
                                "type",
                                "category",
                                "inverse",
                                true,
                                "data",
                                parts.stream().map(name).toList(),
                                "axisLabel",
                                Map.of("width", 110, "overflow", "truncate")),
                "series",
                        List.of(Map.of(
                                "type",
                                "bar",
                                "barMaxWidth",
                                16,
                                "data",
                                parts.stream().map(Part::rate).toList(),
                                "itemStyle",
                                Map.of("color", "--baosong-brand"),
                                "label",
                                Map.of("show", true, "position", "right", "formatter", "{c}%"))));
        return new Chart(
                        texts.get(locale, "statistics.overview.rates"),
                        options,
                        AROUND_BARS + BAR_HEIGHT * parts.size())
                .onChosen(this::open);
    }

    /** The number comes from the browser. */
    private void open(int chosen) {
        if (chosen >= 0
                && chosen < overview.parts().size()
                && overview.parts().get(chosen).region() != null) {
            UI.getCurrent()
                    .navigate(
                            UnreportedView.class,
                            UnreportedPages.write(UnreportedFilter.of(overview.task())
                                    .inRegion(overview.parts().get(chosen).region())));
        }
    }

    Chart days() {
        var days = overview.days();
        var due = overview.dueOn();
        var line = Map.of(
                "type",
                "line",
                "step",
                "end",
                "showSymbol",
                false,
                "data",
                days.stream()
                        .map(day -> day.filed() == null ? "-" : (Object) day.filed())
                        .toList(),
                "itemStyle",
                Map.of("color", "--baosong-brand"),
                "areaStyle",
                Map.of("color", "--baosong-brand-soft"),
                "markLine",
                Map.of(
                        "symbol",
                        "none",
                        "silent",
                        true,
                        "lineStyle",
                        Map.of("color", "--baosong-accent"),
                        "label",
                        Map.of("formatter", texts.get(locale, "statistics.overview.due")),
                        "data",
                        due == null ? List.of() : List.of(Map.of("xAxis", due.format(DAY)))));
        var options = Map.of(
                "grid", Map.of("left", 8, "right", 24, "top", 28, "bottom", 8, "containLabel", true),
                "tooltip", Map.of("trigger", "axis", "confine", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "boundaryGap",
                                false,
                                "data",
                                days.stream().map(day -> day.day().format(DAY)).toList()),
                "yAxis",
                        Map.of(
                                "type",
                                "value",
                                "minInterval",
                                1,
                                "max",
                                Math.max(1, overview.asked()),
                                "axisLabel",
                                Map.of("hideOverlap", true)),
                "series", List.of(line));
        return new Chart(texts.get(locale, "statistics.overview.days"), options, LINE_HEIGHT);
    }
}
