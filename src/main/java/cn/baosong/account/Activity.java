package cn.baosong.account;

import java.time.Instant;

/**
 * Something that was done to an account.
 *
 * @param event name of an {@link AccountEvent}; its text is {@code account.event.<event>}
 * @param detail masked; null for none
 * @param address network address it was done from; null where it came from no page
 */
public record Activity(String event, By by, String detail, String address, Instant at) {

    /** Who did it; texts under {@code account.activity.by.}. */
    public enum By {
        /** The owner, logged in. */
        ME,
        /** The owner, who proved to be it by a code. */
        PROOF,
        /** Somebody of the administration. */
        ADMINISTRATOR,
        /** The platform by itself. */
        PLATFORM
    }
}
