package cn.baosong.review;

import cn.baosong.common.Problem;
import cn.baosong.organization.DeskDuties;
import cn.baosong.review.query.DeskLoad;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A desk at which reviews wait is not closed: somebody decides them, or they are handed over, first. */
@Component
class InboxDuties implements DeskDuties {

    private final DeskLoad load;

    InboxDuties(DeskLoad load) {
        this.load = load;
    }

    @Override
    public Optional<Problem> keeping(UUID desk) {
        var waiting = load.waiting(desk);
        return waiting == 0 ? Optional.empty() : Optional.of(new Problem("review.error.desk-waiting", waiting));
    }
}
