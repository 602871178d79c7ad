package cn.baosong.organization;

import cn.baosong.common.Problem;
import java.util.Optional;
import java.util.UUID;

/** What a feature leaves at desks, told by the feature: a desk with duties is not closed. */
public interface DeskDuties {

    /** @return why the desk has to stay for now; empty where nothing of this feature is at it */
    Optional<Problem> keeping(UUID desk);
}
