package cn.baosong.review.ui;

import cn.baosong.common.ui.When;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxFigures;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Screening;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;

/** Four figures over the list, each a way into it: what passed the screening, what did not, what could not, who waits longest. */
class InboxTiles extends Div {

    InboxTiles(String kind, InboxFigures figures, When when) {
        addClassNames("tiles", "inbox-tiles");
        var all = ReviewFilter.all(kind);
        add(
                screening(all, Screening.PASSED, figures.passed(), ""),
                screening(all, Screening.NOT_PASSED, figures.notPassed(), figures.notPassed() > 0 ? "warn" : ""),
                screening(all, Screening.NOT_COMPARABLE, figures.notComparable(), ""),
                tile(
                        new InboxAddress(all, InboxOrder.LONGEST_WAITING).with(all.withOverdue(figures.overdue() > 0)),
                        getTranslation("review.tile.longest"),
                        figures.oldest() == null ? "—" : when.since(figures.oldest(), getLocale()),
                        figures.overdue() > 0 ? "bad" : ""));
    }

    private RouterLink screening(ReviewFilter all, Screening screening, int count, String tone) {
        return tile(
                InboxAddress.of(all.withScreening(screening)),
                getTranslation("review.tile." + screening),
                Counted.part(count),
                tone);
    }

    private static RouterLink tile(InboxAddress list, String words, String figure, String tone) {
        var tile = ReviewPages.link(list);
        tile.addClassName("tile");
        if (!tone.isEmpty()) {
            tile.addClassName(tone);
        }
        tile.add(new Span(words));
        var number = new Element("b");
        number.setText(figure);
        tile.getElement().appendChild(number);
        return tile;
    }
}
