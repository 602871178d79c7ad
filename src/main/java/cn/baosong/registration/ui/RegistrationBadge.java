package cn.baosong.registration.ui;

import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.registration.RegistrationStatus;

/** The colour of each status. */
final class RegistrationBadge {

    private RegistrationBadge() {}

    static StatusBadge of(RegistrationStatus status, String word) {
        return new StatusBadge(
                switch (status) {
                    case EDITING -> Tone.EDITING;
                    case UNDER_REVIEW -> Tone.WAITING;
                    case RETURNED -> Tone.RETURNED;
                    case APPROVED -> Tone.ACCEPTED;
                    case CANCELLED -> Tone.NONE;
                },
                word);
    }
}
