package cn.baosong.review;

import java.time.Instant;

/**
 * What became of a subject, for the way it went.
 *
 * @param by who decided, such as the name of a desk; null where nobody acted within the time its model sets
 * @param reason why it was returned, null where there is none
 * @param wording what an acceptance is called
 */
public record Verdict(String by, Decision decision, String reason, Instant at, Wording wording) {

    /** @return what a desk decided, as somebody reads it who is not told the names of reviewers */
    public static Verdict ofDesk(ReviewAction action, Wording wording) {
        return new Verdict(action.deskName(), action.decision(), action.reason(), action.at(), wording);
    }

    /** @return what a desk decided, with the login name of the reviewer */
    public static Verdict ofReviewer(ReviewAction action, Wording wording) {
        return new Verdict(
                action.deskName() + " · " + action.actor(), action.decision(), action.reason(), action.at(), wording);
    }
}
