package cn.baosong.review.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.Screening;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of what waits. Those a click sorts by bear the name of their {@link InboxOrder.Column}. */
class WaitingColumns {

    private final InboxAddress list;
    private final Optional<String> figure;
    private final CodeLists codes;
    private final When when;
    private final Clock clock;
    private final List<Grid.Column<ReviewItem>> wide = new ArrayList<>();
    private Grid<ReviewItem> grid;

    /** @param figure what the headline figure is called, empty for kinds that have none and are not screened */
    WaitingColumns(InboxAddress list, Optional<String> figure, CodeLists codes, When when, Clock clock) {
        this.list = list;
        this.figure = figure;
        this.codes = codes;
        this.when = when;
        this.clock = clock;
    }

    void addTo(Grid<ReviewItem> target) {
        grid = target;
        sortable(grid.addComponentColumn(this::title), InboxOrder.Column.NAME)
                .setKey("title")
                .setHeader(say("review.column.title"))
                .setWidth("180px")
                .setFlexGrow(6);
        wide(sortable(grid.addComponentColumn(this::region), InboxOrder.Column.REGION), "region", "92px")
                .setFlexGrow(1);
        wide(grid.addColumn(item -> item.directDeskName() == null ? "" : item.directDeskName()), "direct", "112px")
                .setFlexGrow(1);
        wide(sortable(grid.addComponentColumn(this::since), InboxOrder.Column.SINCE), "since", "116px");
        grid.addComponentColumn(this::waited)
                .setKey("waited")
                .setHeader(say("review.column.waited"))
                .setWidth("80px")
                .setFlexGrow(0);
        if (figure.isPresent()) {
            wide(sortable(grid.addComponentColumn(this::screening), InboxOrder.Column.SCREENING), "screening", "144px");
            wide(
                            sortable(grid.addColumn(item -> number(item.figure(), "%,.0f")), InboxOrder.Column.FIGURE),
                            "",
                            "140px")
                    .setKey("figure")
                    .setHeader(figure.get())
                    .setTextAlign(ColumnTextAlign.END);
            wide(sortable(grid.addComponentColumn(this::growth), InboxOrder.Column.GROWTH), "growth", "92px")
                    .setTextAlign(ColumnTextAlign.END);
            wide(grid.addComponentColumn(this::difference), "", "94px").setKey("difference");
        }
        PhoneColumns.hide(wide);
    }

    private static Grid.Column<ReviewItem> sortable(Grid.Column<ReviewItem> column, InboxOrder.Column by) {
        return column.setSortable(true).setSortProperty(by.name());
    }

    /** @param name of the column and of its header, empty for none */
    private Grid.Column<ReviewItem> wide(Grid.Column<ReviewItem> column, String name, String width) {
        wide.add(column);
        if (!name.isEmpty()) {
            column.setKey(name).setHeader(say("review.column." + name));
        }
        return column.setWidth(width).setFlexGrow(0);
    }

    private Component title(ReviewItem item) {
        var second = Stream.of(item.userId() == null ? "" : item.userId(), item.detail())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        var onPhones = Stream.of(
                        regionName(item), When.exact(item.since()), screeningWord(item), growthWord(item.growth()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return SubjectCell.of(
                item.title(), second, onPhones, () -> ReviewPages.openReview(list, item.subject()), requested(item));
    }

    private Component[] requested(ReviewItem item) {
        if (item.requested() == null) {
            return new Component[0];
        }
        var badge = new StatusBadge(StatusBadge.Tone.ATTENTION, say("review.request"));
        badge.setTitle(item.requested());
        return new Component[] {badge};
    }

    private Span region(ReviewItem item) {
        var name = new Span(regionName(item));
        name.setTitle(codes.path("region", item.region()).stream()
                .map(entry -> entry.name(locale()))
                .collect(Collectors.joining(" → ")));
        return name;
    }

    private String regionName(ReviewItem item) {
        return codes.find("region", item.region())
                .map(entry -> entry.name(locale()))
                .orElse("");
    }

    private Span since(ReviewItem item) {
        var since = new Span(when.shortly(item.since()));
        since.setTitle(When.exact(item.since()));
        return since;
    }

    private Span waited(ReviewItem item) {
        var waited = new Span(when.since(item.since(), locale()));
        if (item.due() != null && item.due().isBefore(clock.instant())) {
            waited.addClassName("late");
            waited.setTitle(say("review.waited.late", When.exact(item.due())));
        }
        return waited;
    }

    private Component screening(ReviewItem item) {
        if (item.screening() == null) {
            return new Span();
        }
        return new StatusBadge(
                switch (item.screening()) {
                    case PASSED -> StatusBadge.Tone.ACCEPTED;
                    case NOT_PASSED -> StatusBadge.Tone.ATTENTION;
                    case NOT_COMPARABLE -> StatusBadge.Tone.NONE;
                },
                screeningWord(item));
    }

    private String screeningWord(ReviewItem item) {
        if (item.screening() == null || figure.isEmpty()) {
            return "";
        }
        return item.screening() == Screening.NOT_PASSED && item.warnings() > 0
                ? say("review.warnings", item.warnings())
                : say("review.screening." + item.screening());
    }

    private Span growth(ReviewItem item) {
        var growth = new Span(growthWord(item.growth()));
        if (item.growth() != null && item.growth().signum() != 0) {
            growth.addClassName(item.growth().signum() > 0 ? "rise" : "fall");
        }
        return growth;
    }

    private String growthWord(BigDecimal growth) {
        return growth == null || figure.isEmpty() ? "" : number(growth, "%,.2f").replace('-', '−') + "%";
    }

    private static String number(BigDecimal value, String format) {
        return value == null ? "" : format.formatted(value);
    }

    private RouterLink difference(ReviewItem item) {
        var link = ReviewPages.reviewLink(list, item.subject());
        link.setText(say("review.difference"));
        return link;
    }

    private Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private String say(String key, Object... values) {
        return grid.getTranslation(key, values);
    }
}
