package cn.baosong.review.bulk;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One decision about many reviews.
 *
 * @param kind kind of subject
 * @param account who prepared and confirmed it
 * @param actor login name at the time
 * @param desks in whose name it decides
 * @param list the list it was prepared from, as the address of the inbox names it; empty for all of the kind
 * @param reason given with it, null for none
 * @param processInstance null before it is confirmed
 * @param windowEnds until when it can be cancelled; null before it is confirmed
 * @param cancelledBy login name, null where nobody did
 * @param results how many items came to what; a missing one is none
 */
public record BulkOperation(
        UUID id,
        BulkAction action,
        String kind,
        UUID account,
        String actor,
        Set<UUID> desks,
        String list,
        String reason,
        BulkState state,
        String processInstance,
        Instant preparedAt,
        Instant confirmedAt,
        Instant windowEnds,
        Instant finishedAt,
        String cancelledBy,
        Map<BulkResult, Integer> results) {

    /** @return how many items it is about */
    public int size() {
        return results.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(BulkResult result) {
        return results.getOrDefault(result, 0);
    }

    /** @return how many items have a result */
    public int decided() {
        return size() - count(BulkResult.PENDING);
    }

    public boolean ended() {
        return state == BulkState.DONE || state == BulkState.CANCELLED;
    }
}
