package cn.baosong.deployment;

import java.time.Instant;
import java.util.UUID;

/**
 * What a process owner gives to Camunda Modeler instead of the password. The secret is not in here: it is readable once,
 * when it is made.
 *
 * @param name given by the owner, such as the name of a computer
 * @param usedAt null where it was never used; exact to the minute
 * @param revokedAt null while it is in force
 */
public record AccessToken(
        UUID id, String name, Instant createdAt, Instant expiresAt, Instant usedAt, Instant revokedAt) {

    /** @return whether it opens the door at {@code now} */
    public boolean holds(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
