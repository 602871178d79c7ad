package cn.baosong.review.ui;

import cn.baosong.review.ReviewItem;
import cn.baosong.review.Reviews;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once more before something is accepted that a reviewer has objected to (不认可). */
class AcceptAnyway extends ConfirmDialog {

    private AcceptAnyway(int objections, String action, Runnable accept, Runnable leave) {
        setHeader(getTranslation("review.objections", objections));
        setText(getTranslation("review.objections.text"));
        setCancelable(true);
        setCancelText(getTranslation("common.cancel"));
        setConfirmText(getTranslation(action));
        addConfirmListener(confirmed -> accept.run());
        addCancelListener(cancelled -> leave.run());
    }

    /**
     * @param accept runs at once where nobody objected
     * @param leave runs where the reviewer thinks better of it
     */
    static void ask(Reviews reviews, ReviewItem item, Runnable accept, Runnable leave) {
        var objections = reviews.objections(item);
        if (objections == 0) {
            accept.run();
            return;
        }
        new AcceptAnyway(objections, reviews.wording(item.kind()).action(), accept, leave).open();
    }
}
