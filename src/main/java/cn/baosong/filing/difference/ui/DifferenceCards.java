package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.PeriodKind;
import cn.baosong.filing.difference.Difference;
import cn.baosong.filing.difference.FigureLine;
import cn.baosong.filing.difference.ReviewedReport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** What changed: indicators by their effect, products, words. What did not change is folded up. */
final class DifferenceCards extends Div {

    private final PeriodKind kind;
    private final transient Texts texts;
    private final Locale locale;

    DifferenceCards(ReviewedReport report, Texts texts, Locale locale) {
        this.kind = report.kind();
        this.texts = texts;
        this.locale = locale;
        setId("difference");
        var difference = report.difference();
        if (!difference.comparable()) {
            add(new Callout(Callout.Kind.INFO, ofKind("none.")));
        }
        add(indicators(difference, report.region()));
        if (!difference.products().isEmpty()) {
            add(new Card(text("products"), table("difference-products", difference.products(), false)));
        }
        if (!difference.words().isEmpty()) {
            add(new Card(
                    text("words"),
                    new WordTable(
                            difference.words(),
                            difference.withPrevious() ? ofKind("column.previous.") : text("column.lastYear"),
                            ofKind("column.now."),
                            texts,
                            locale)));
        }
    }

    private Card indicators(Difference difference, String region) {
        var card = new Card(ofKind("title."));
        if (difference.comparable()) {
            var note = new Span(text("sorted", region));
            note.addClassNames("muted", "small");
            card.beside(note);
            if (!difference.withPrevious() || !difference.withLastYear()) {
                card.add(note(ofKind(difference.withPrevious() ? "no-last-year." : "no-previous.")));
            }
            if (difference.restarted()) {
                card.add(note(ofKind("january.")));
            }
            card.add(
                    difference.indicators().isEmpty()
                            ? new Paragraph(ofKind("same."))
                            : table("difference-indicators", difference.indicators(), true));
        }
        if (!difference.unchanged().isEmpty()) {
            var count = Integer.toString(difference.unchanged().size());
            var folded = new Details(
                    difference.comparable() ? text("unchanged", count) : ofKind("all.", count),
                    table("difference-unchanged", difference.unchanged(), false));
            folded.setId("unchanged");
            folded.setOpened(!difference.comparable());
            folded.setWidthFull();
            card.add(folded);
        }
        return card;
    }

    private FigureTable table(String id, List<FigureLine> lines, boolean withEffect) {
        return new FigureTable(id, kind, lines, withEffect, texts, locale);
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassNames("muted", "small");
        return note;
    }

    private String text(String key, Object... values) {
        return texts.get(locale, "filing.difference." + key, values);
    }

    /** @param group of texts, one for each length of a period */
    private String ofKind(String group, Object... values) {
        return text(kind.key(group), values);
    }
}
