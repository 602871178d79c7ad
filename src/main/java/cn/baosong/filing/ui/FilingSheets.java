package cn.baosong.filing.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingViews;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.ui.FormSheet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms of a report to be read: a card for each. */
@org.springframework.stereotype.Component
public class FilingSheets {

    private final FilingViews views;
    private final CodeLists codes;
    private final Texts texts;

    FilingSheets(FilingViews views, CodeLists codes, Texts texts) {
        this.views = views;
        this.codes = codes;
        this.texts = texts;
    }

    /** @return what was submitted last */
    public Component submitted(Filing filing, Locale locale) {
        return sheets(filing, filing.values(), locale);
    }

    /** @param values by form, flat by path */
    public Component sheets(Filing filing, Map<String, Map<String, Object>> values, Locale locale) {
        var sheets = new Div();
        views.forms(filing).forEach(form -> sheets.add(sheet(filing, form, values, locale)));
        return sheets;
    }

    /**
     * @param form id of a form
     * @return that form of the report alone, empty where it has none of that id
     */
    Optional<Card> sheet(Filing filing, String form, Map<String, Map<String, Object>> values, Locale locale) {
        return views.forms(filing).stream()
                .filter(one -> one.id().equals(form))
                .findFirst()
                .map(one -> sheet(filing, one, values, locale));
    }

    /** @return what a form of the report is called */
    String title(Filing filing, String form, Locale locale) {
        return views.forms(filing).stream()
                .filter(one -> one.id().equals(form))
                .map(one -> views.title(filing, one).in(locale))
                .findFirst()
                .orElse(form);
    }

    private Card sheet(Filing filing, FormDefinition form, Map<String, Map<String, Object>> values, Locale locale) {
        return new Card(
                views.title(filing, form).in(locale),
                new FormSheet(
                        form,
                        views.context(filing, form, values),
                        codes,
                        texts,
                        locale,
                        values.getOrDefault(form.id(), Map.of())));
    }
}
