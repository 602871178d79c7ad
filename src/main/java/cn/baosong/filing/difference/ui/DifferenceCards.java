package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.difference.Difference;
import cn.baosong.filing.difference.ReviewedReport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** What changed: indicators by their effect, products, words. What did not change is folded up. */
final class DifferenceCards extends Div {

    private final transient Texts texts;
    private final Locale locale;

    DifferenceCards(ReviewedReport report, Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        setId("difference");
        var difference = report.difference();
        if (!difference.comparable()) {
            add(new Callout(Callout.Kind.INFO, text("none")));
        }
        add(indicators(difference, report.region()));
        if (!difference.products().isEmpty()) {
            add(new Card(
                    text("products"),
                    new FigureTable("difference-products", difference.products(), false, texts, locale)));
        }
        if (!difference.words().isEmpty()) {
            add(new Card(
                    text("words"),
                    new WordTable(
                            difference.words(),
                            text(difference.withPrevious() ? "column.previous" : "column.lastYear"),
                            texts,
                            locale)));
        }
    }

    private Card indicators(Difference difference, String region) {
        var card = new Card(text("title"));
        if (difference.comparable()) {
            var note = new Span(text("sorted", region));
            note.addClassNames("muted", "small");
            card.beside(note);
            if (!difference.withPrevious() || !difference.withLastYear()) {
                card.add(note(difference.withPrevious() ? "no-last-year" : "no-previous"));
            }
            if (difference.restarted()) {
                card.add(note("january"));
            }
            card.add(
                    difference.indicators().isEmpty()
                            ? new Paragraph(text("same"))
                            : new FigureTable("difference-indicators", difference.indicators(), true, texts, locale));
        }
        if (!difference.unchanged().isEmpty()) {
            var folded = new Details(
                    text(
                            difference.comparable() ? "unchanged" : "all",
                            Integer.toString(difference.unchanged().size())),
                    new FigureTable("difference-unchanged", difference.unchanged(), false, texts, locale));
            folded.setId("unchanged");
            folded.setOpened(!difference.comparable());
            folded.setWidthFull();
            card.add(folded);
        }
        return card;
    }

    private Paragraph note(String key) {
        var note = new Paragraph(text(key));
        note.addClassNames("muted", "small");
        return note;
    }

    private String text(String key, Object... values) {
        return texts.get(locale, "filing.difference." + key, values);
    }
}
