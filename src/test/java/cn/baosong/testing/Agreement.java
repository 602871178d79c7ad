package cn.baosong.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Role;
import cn.baosong.review.consistency.Consistency;
import cn.baosong.review.consistency.ConsistencyReport;
import cn.baosong.review.consistency.Disagreement;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a scenario may ask when it is over: whether engine, inbox and status say the same of its subjects. */
@Component
public class Agreement {

    private final Actors actors;
    private final Consistency consistency;

    Agreement(Actors actors, Consistency consistency) {
        this.actors = actors;
        this.consistency = consistency;
    }

    public ConsistencyReport report() {
        return actors.as(actors.account(Role.OPERATOR), () -> consistency.check(Integer.MAX_VALUE));
    }

    /** @return what disagrees about the subject */
    public List<Disagreement> about(UUID subject) {
        return report().disagreements().stream()
                .filter(found -> subject.toString().equals(found.subject()))
                .toList();
    }

    /** Each of the subjects is in exactly one place. */
    public void holdsFor(UUID... subjects) {
        var ids = List.of(subjects).stream().map(UUID::toString).toList();
        assertThat(report().disagreements())
                .filteredOn(found -> ids.contains(found.subject()))
                .isEmpty();
    }
}
