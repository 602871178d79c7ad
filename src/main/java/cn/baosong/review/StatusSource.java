package cn.baosong.review;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Supplied by a feature for a kind of subject whose own table says whether it is under review, so that it can be compared
 * with what the engine and the inbox say.
 */
public interface StatusSource {

    /** @return as {@link SubjectSource#kind()} */
    String kind();

    /** @return those of the subjects whose status says that they wait for a reviewer of this kind */
    Set<UUID> underReview(Collection<UUID> among);

    /**
     * @param after only subjects behind this one, in the order of the database
     * @return subjects whose status says that they wait for a reviewer of this kind, in that order
     */
    List<UUID> underReview(UUID after, int limit);
}
