package cn.baosong.filing.revision.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.filing.revision.CarryOverPreview;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;

/** What carrying over would do: how many reports of which period and status, and what of their drafts would not fit. */
final class PreviewPanel extends Div {

    private static final String COLUMN = "filing.revision.preview.";
    private static final String UNFIT = "filing.revision.unfit.";

    /** @param start asks once more and begins */
    PreviewPanel(CarryOverPreview found, Locale locale, Runnable start) {
        add(new Callout(
                Callout.Kind.INFO,
                getTranslation("filing.revision.preview", found.target().number(), found.open(), found.untouched())));
        var table = new PlainTable(COLUMN + "month", COLUMN + "status", COLUMN + "number", COLUMN + "what");
        found.counts()
                .forEach(count -> table.row(
                        new Span(count.month().toString()),
                        new Span(getTranslation("filing.status." + count.status())),
                        new Span(String.valueOf(count.number())),
                        new Span(getTranslation(
                                count.status().editable()
                                        ? "filing.revision.preview.carried"
                                        : "filing.revision.preview.stays"))));
        add(table);
        if (found.looked() > 0) {
            add(unfit(found, locale));
        }
        if (found.open() > 0) {
            var button = new Button(getTranslation("filing.revision.start.many", found.open()), click -> start.run());
            button.setId("carry-over");
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var actions = new Div(button);
            actions.addClassName("card-actions");
            add(actions);
        }
    }

    private Callout unfit(CarryOverPreview found, Locale locale) {
        if (found.unfit().isEmpty()) {
            return new Callout(Callout.Kind.OK, getTranslation("filing.revision.fits", found.looked()));
        }
        var list = new UnorderedList();
        found.unfit()
                .forEach(unfit -> list.add(new ListItem(
                        getTranslation(UNFIT + unfit.reason(), unfit.what().in(locale), unfit.drafts()))));
        return new Callout(Callout.Kind.WARN, getTranslation("filing.revision.unfit", found.looked()), list);
    }
}
