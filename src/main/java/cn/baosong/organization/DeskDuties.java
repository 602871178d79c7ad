package cn.baosong.organization;

import cn.baosong.common.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a feature leaves at desks, told by the feature: a desk is closed when its duties have gone elsewhere. */
public interface DeskDuties {

    /** @return what {@link #handOver} would move and whereto, so that it can be confirmed; nothing is moved */
    List<DeskHanding> handing(UUID desk);

    /**
     * Moves what is at the desk to where it would have come without it. Called outside a transaction by whoever may close
     * the desk; moves in transactions of its own, each with the locks of one subject, and leaves what somebody else is
     * working on at that moment.
     *
     * @return what went where, for those who got it; nothing of it has been told them
     */
    List<DeskHanding> handOver(UUID desk);

    /** @return why the desk has to stay for now; empty where nothing of this feature is at it */
    Optional<Problem> keeping(UUID desk);
}
