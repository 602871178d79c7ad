package cn.baosong.review.bulk.ui;

import cn.baosong.review.InboxAddress;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.ui.InboxActions;
import cn.baosong.review.ui.InboxSelection;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What can be done with many reviews of an inbox: 接收所选 and 退回所选 for whoever holds the desk, 一键接收 and 越级接收
 * where they are granted (REV-03, 05 to 07). Each leads to a preview first.
 */
@Component
class BulkActions implements InboxActions {

    private final BulkReviews bulk;

    BulkActions(BulkReviews bulk) {
        this.bulk = bulk;
    }

    @Override
    public com.vaadin.flow.component.Component bar(InboxSelection selection) {
        var bar = new Div();
        var kind = selection.filter().kind();
        for (var action : new BulkAction[] {BulkAction.ONE_CLICK, BulkAction.SKIP_LEVEL}) {
            if (bulk.offered(action, kind)) {
                var number = bulk.count(action, kind);
                var counted = number < BulkReviews.MOST_COUNTED ? Integer.toString(number) : number + "+";
                var button = button(bar, action, "review.bulk.do." + action, counted);
                button.setEnabled(number > 0);
                button.addClickListener(click -> BulkPages.open(bulk.prepareGranted(action, kind)));
            }
        }
        for (var action : new BulkAction[] {BulkAction.ACCEPT, BulkAction.RETURN}) {
            var word = bulk.word(action, kind);
            var button = selection.everything()
                    ? button(bar, action, "review.bulk.all." + word, "")
                    : button(
                            bar,
                            action,
                            "review.bulk.do." + word,
                            Integer.toString(selection.ids().size()));
            button.setEnabled(selection.everything() || !selection.ids().isEmpty());
            button.addClickListener(click -> BulkPages.open(prepare(action, selection)));
        }
        return bar;
    }

    private UUID prepare(BulkAction action, InboxSelection selection) {
        var list = InboxAddress.of(selection.filter());
        return selection.everything()
                ? bulk.prepareMatching(action, list)
                : bulk.prepare(action, list, selection.ids());
    }

    private static Button button(Div bar, BulkAction action, String key, String number) {
        var button = new Button();
        button.setText(button.getTranslation(key, number));
        button.setId("bulk-" + action);
        if (action == BulkAction.ACCEPT) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        } else if (action == BulkAction.RETURN) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        bar.add(button);
        return button;
    }
}
