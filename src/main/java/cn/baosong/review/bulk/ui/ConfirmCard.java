package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.review.Reviews;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkOperation;
import cn.baosong.review.bulk.BulkPreview;
import cn.baosong.review.ui.ReviewPages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;

/** What a preview counts and leaves out, why it is done, and the button that does it. What is typed stays on a refusal. */
class ConfirmCard extends Div {

    /**
     * @param word what the action is called, the end of keys of texts
     * @param suggestions reasons used before, one click each
     */
    ConfirmCard(
            BulkOperation operation,
            String word,
            BulkPreview preview,
            List<String> suggestions,
            Consumer<String> onConfirm) {
        var set = new UnorderedList();
        set.setId("set");
        preview.screening()
                .forEach((screening, number) -> set.add(new ListItem(getTranslation(
                        "review.bulk.counted", getTranslation("review.bulk.screening." + screening), number))));
        preview.directDesks()
                .forEach((desk, number) -> set.add(new ListItem(
                        getTranslation("review.bulk.counted", getTranslation("review.bulk.direct", desk), number))));
        if (preview.objected() > 0) {
            set.add(new ListItem(
                    getTranslation("review.bulk.counted", getTranslation("review.bulk.objected"), preview.objected())));
        }
        var content = new Card(
                getTranslation("review.bulk.set", operation.size()),
                new Paragraph(getTranslation("review.bulk.explain." + word)),
                set);
        add(content);
        if (!preview.leftOut().isEmpty()) {
            var out = new UnorderedList();
            out.setId("left-out");
            preview.leftOut()
                    .forEach((why, number) -> out.add(new ListItem(getTranslation(
                            "review.bulk.counted", getTranslation("review.bulk.left-out." + why), number))));
            add(new Card(getTranslation("review.bulk.left-out"), out));
        }
        if (operation.size() == 0) {
            add(new Callout(Callout.Kind.WARN, getTranslation("review.bulk.error.empty"), back(operation)));
            return;
        }
        var reason = reason(operation.action() == BulkAction.RETURN);
        var chips = new Div();
        chips.addClassName("chips");
        suggestions.forEach(words -> chips.add(new NativeButton(words, click -> reason.setValue(words))));
        var confirm = new Button(
                getTranslation("review.bulk.confirm." + word, operation.size()),
                click -> confirm(operation, reason, onConfirm));
        confirm.setId("confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (operation.action() == BulkAction.RETURN) {
            confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        var buttons = new Div(confirm, back(operation));
        buttons.addClassName("bulk-buttons");
        add(new Card(getTranslation("review.bulk.confirm"), reason, chips, buttons));
    }

    private TextArea reason(boolean needed) {
        var reason = new TextArea(getTranslation(needed ? "common.reason.label" : "review.bulk.remark"));
        reason.setId("reason");
        reason.setMaxLength(Reviews.REASON_LIMIT);
        reason.setRequired(needed);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText(getTranslation("common.reason.left", Reviews.REASON_LIMIT));
        reason.addValueChangeListener(change -> {
            reason.setInvalid(false);
            reason.setHelperText(getTranslation(
                    "common.reason.left",
                    Reviews.REASON_LIMIT - change.getValue().length()));
        });
        return reason;
    }

    private void confirm(BulkOperation operation, TextArea reason, Consumer<String> onConfirm) {
        if (operation.action() == BulkAction.RETURN && reason.getValue().isBlank()) {
            reason.setErrorMessage(getTranslation("common.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        onConfirm.accept(reason.getValue());
    }

    private Button back(BulkOperation operation) {
        return new Button(getTranslation("review.bulk.back"), click -> ReviewPages.openInbox(operation.kind()));
    }
}
