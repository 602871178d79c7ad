package cn.baosong.review.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.SavedFilter;
import cn.baosong.review.SavedFilters;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** The filters I keep: take one, give it another name, drop it, or keep what the list shows now. */
class SavedFilterDialog extends Dialog {

    private final transient SavedFilters filters;
    private final transient InboxAddress shown;
    private final transient Consumer<InboxAddress> onTake;
    private final Div problem = new Div();
    private final Div rows = new Div();

    SavedFilterDialog(SavedFilters filters, InboxAddress shown, Consumer<InboxAddress> onTake) {
        this.filters = filters;
        this.shown = shown;
        this.onTake = onTake;
        setHeaderTitle(getTranslation("review.saved.title"));
        rows.addClassName("saved-filters");
        var name = nameField("");
        name.setId("saved-name");
        name.setPlaceholder(getTranslation("review.saved.name"));
        var save = new Button(
                getTranslation("review.saved.save"),
                click -> attempt(() -> {
                    filters.save(name.getValue(), shown);
                    name.clear();
                }));
        save.setId("saved-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var keep = new Div(name, save);
        keep.addClassName("saved-filter");
        add(problem, rows, keep);
        var close = new Button(getTranslation("review.saved.close"), click -> close());
        close.setId("saved-close");
        getFooter().add(close);
        show();
    }

    private TextField nameField(String value) {
        var name = new TextField();
        name.setAriaLabel(getTranslation("review.saved.name"));
        name.setMaxLength(SavedFilters.NAME_LIMIT);
        name.setValue(value);
        return name;
    }

    private void show() {
        rows.removeAll();
        var mine = filters.mine(shown.filter().kind());
        if (mine.isEmpty()) {
            rows.add(new Paragraph(getTranslation("review.saved.none")));
        }
        mine.forEach(filter -> rows.add(row(filter)));
    }

    private Div row(SavedFilter filter) {
        var take = new NativeButton(filter.name(), click -> {
            close();
            onTake.accept(filter.address());
        });
        take.addClassName("link");
        var row = new Div(take);
        row.addClassName("saved-filter");
        var rename = new Button(getTranslation("review.saved.rename"), click -> rename(row, filter));
        rename.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        var delete =
                new Button(getTranslation("review.saved.delete"), click -> attempt(() -> filters.delete(filter.id())));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        row.add(rename, delete);
        return row;
    }

    private void rename(Div row, SavedFilter filter) {
        var name = nameField(filter.name());
        row.removeAll();
        row.add(
                name,
                new Button(
                        getTranslation("review.saved.rename"),
                        click -> attempt(() -> filters.rename(filter.id(), name.getValue()))));
        name.focus();
    }

    private void attempt(Runnable act) {
        problem.removeAll();
        try {
            act.run();
            show();
        } catch (Problem refused) {
            problem.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
        }
    }
}
