package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.StatusBadge;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkState;
import com.vaadin.flow.component.Component;

/** States and results as badges, the same in every list. */
final class BulkBadge {

    private BulkBadge() {}

    static StatusBadge of(BulkState state, Component page) {
        var tone =
                switch (state) {
                    case PREVIEW -> StatusBadge.Tone.EDITING;
                    case WINDOW -> StatusBadge.Tone.ATTENTION;
                    case RUNNING -> StatusBadge.Tone.WAITING;
                    case DONE -> StatusBadge.Tone.ACCEPTED;
                    case CANCELLED -> StatusBadge.Tone.NONE;
                };
        return new StatusBadge(tone, page.getTranslation("review.bulk.state." + state));
    }

    static StatusBadge of(BulkResult result, Component page) {
        var tone =
                switch (result) {
                    case PENDING -> StatusBadge.Tone.WAITING;
                    case DONE -> StatusBadge.Tone.ACCEPTED;
                    case WITHDRAWN, DECIDED_BY_OTHER, MOVED -> StatusBadge.Tone.NONE;
                    case NOT_ALLOWED, FAILED -> StatusBadge.Tone.RETURNED;
                };
        return new StatusBadge(tone, page.getTranslation("review.bulk.result." + result));
    }
}
