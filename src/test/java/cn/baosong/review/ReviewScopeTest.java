package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose a review is, is asked before anything is locked: a stranger learns nothing and makes nobody wait. */
class ReviewScopeTest extends ReviewScenario {

    @Autowired
    private SubjectSources sources;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    /** @return what somebody is told who accepts while nobody may wait for a lock */
    private String told(Account reviewer, UUID subject) {
        try {
            return transaction.execute(status -> {
                jdbc.sql("SET LOCAL lock_timeout = '1s'").update();
                actors.as(reviewer, () -> reviews.accept(ProbeSubjects.KIND, subject));
                return "accepted";
            });
        } catch (Problem refused) {
            return refused.key();
        }
    }

    @Test
    void aStrangersIdIsAnsweredLikeOneThereIsNotAndWithoutItsLock() {
        var subject = probe.submitted(YUHANG);
        var stranger = desks.holder(desks.haishu());
        var outcomes = transaction.execute(status -> {
            sources.lock(ProbeSubjects.KIND, subject.id());
            try {
                return Together.run(1, () -> told(stranger, subject.id()));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        assertThat(outcomes).isEqualTo(List.of("review.error.not-yours"));
        assertThat(told(stranger, UUID.randomUUID())).isEqualTo("review.error.not-yours");
        assertThat(told(desks.holder(desks.yuhang()), subject.id())).isEqualTo("accepted");
    }
}
