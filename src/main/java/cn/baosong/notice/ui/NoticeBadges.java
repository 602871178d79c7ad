package cn.baosong.notice.ui;

import cn.baosong.common.ui.StatusBadge;
import cn.baosong.notice.NoticeState;

/** The colour of what has become of a notice. */
final class NoticeBadges {

    private NoticeBadges() {}

    static StatusBadge of(NoticeState state, String word) {
        return new StatusBadge(
                switch (state) {
                    case SHOWN -> StatusBadge.Tone.ACCEPTED;
                    case EXPIRED -> StatusBadge.Tone.NONE;
                    case WITHDRAWN -> StatusBadge.Tone.EDITING;
                },
                word);
    }
}
