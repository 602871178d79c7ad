package cn.baosong.workbench;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a person did to running processes, kept for good.
 *
 * @param account who did it
 * @param actor login name; empty where the account is gone
 * @param process key of the process
 * @param version of the process
 * @param instance id of the instance; null where a whole version was meant
 * @param affected how many instances, or jobs, it concerned; 0 where a version was switched without its instances
 * @param reason why; empty where none is asked for
 */
public record Intervention(
        UUID id,
        UUID account,
        String actor,
        Instant at,
        Kind kind,
        String process,
        int version,
        String instance,
        int affected,
        String reason) {

    /** What can be done. */
    public enum Kind {
        SUSPEND_INSTANCE,
        ACTIVATE_INSTANCE,
        SUSPEND_VERSION,
        ACTIVATE_VERSION,
        RETRY,
        MIGRATE
    }
}
