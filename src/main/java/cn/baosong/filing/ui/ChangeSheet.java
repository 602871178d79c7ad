package cn.baosong.filing.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.KeyFieldChange;
import cn.baosong.form.ValueText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import java.util.Locale;
import java.util.Map;

/** A change of key fields to be read: old and new side by side (CHG-01). */
@org.springframework.stereotype.Component
public class ChangeSheet {

    private final FilingViews views;
    private final CodeLists codes;
    private final Texts texts;

    ChangeSheet(FilingViews views, CodeLists codes, Texts texts) {
        this.views = views;
        this.codes = codes;
        this.texts = texts;
    }

    public Component of(Filing filing, KeyFieldChange change, Locale locale) {
        return new Card(
                texts.get(locale, "filing.change.title"), table(filing, change.before(), change.proposed(), locale));
    }

    /** @param before,proposed by path of the form that describes the enterprise */
    public Component table(Filing filing, Map<String, Object> before, Map<String, Object> proposed, Locale locale) {
        var form = views.enterpriseForm(filing);
        var said = new ValueText(views.draftContext(filing, form), codes, texts, locale);
        var table = new NativeTable();
        var head = table.getHead().addRow();
        for (var column : new String[] {"field", "before", "proposed"}) {
            head.add(new NativeTableHeaderCell(texts.get(locale, "filing.change." + column)));
        }
        proposed.forEach((path, value) -> form.find(path).ifPresent(field -> {
            var line = table.getBody().addRow();
            line.add(
                    new NativeTableHeaderCell(field.name().in(locale)),
                    new NativeTableCell(said.of(field, before.get(path), Map.of())),
                    new NativeTableCell(said.of(field, value, Map.of())));
        }));
        var around = new Div(table);
        around.addClassName("form-table");
        return around;
    }
}
