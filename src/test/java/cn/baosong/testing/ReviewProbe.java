package cn.baosong.testing;

import cn.baosong.common.PlatformTime;
import cn.baosong.engine.Flow;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.review.ReviewProcess;
import cn.baosong.review.Screening;
import cn.baosong.review.Subject;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves {@link ProbeSubjects} the way a feature does: under their lock, through the model {@code review-probe}. */
@Component
public class ReviewProbe {

    public static final String MODEL = "processes/review/multi-level-review.bpmn";

    private static final String KEY = "review-probe";
    private static final String FILL = "fill-probe";

    private final ProbeSubjects subjects;
    private final Flow flow;
    private final SchemeRevisions revisions;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ReviewProbe(
            ProbeSubjects subjects,
            Flow flow,
            SchemeRevisions revisions,
            ProcessEngine engine,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.subjects = subjects;
        this.flow = flow;
        this.revisions = revisions;
        this.engine = engine;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** @return opened, not submitted; a title no other has */
    public Subject opened(String region) {
        var revision = revision();
        return transaction.execute(status -> {
            var id = UUID.randomUUID();
            var instance = flow.start(revision, id);
            var subject = new Subject(id, ProbeSubjects.title(id), ProbeSubjects.MONTH, region, instance);
            subjects.put(subject);
            return subject;
        });
    }

    public Subject submitted(String region) {
        var subject = opened(region);
        submit(subject);
        return subject;
    }

    /** @return submitted, with what the screening said of it */
    public Subject submitted(String region, Screening screening) {
        var subject = opened(region);
        subjects.screen(subject.id(), screening);
        submit(subject);
        return subject;
    }

    public void submit(Subject subject) {
        transaction.executeWithoutResult(status -> {
            subjects.lock(subject.id());
            flow.completeStep(subject.id(), FILL, Map.of());
        });
    }

    public void withdraw(Subject subject) {
        send(ReviewProcess.WITHDRAW, subject);
    }

    public void skipLevel(Subject subject) {
        send(ReviewProcess.SKIP_LEVEL, subject);
    }

    private void send(String message, Subject subject) {
        transaction.executeWithoutResult(status -> {
            subjects.lock(subject.id());
            flow.send(message, subject.id());
        });
    }

    /** Ends the process from outside, as an operator may. */
    public void delete(Subject subject) {
        transaction.executeWithoutResult(
                status -> engine.getRuntimeService().deleteProcessInstance(subject.rootInstance(), "test"));
    }

    /** A process that says it is about the subject and is not its own; gone again afterwards. */
    public void submitForeign(Subject subject) {
        var revision = revision();
        var foreign = engine.getRuntimeService()
                .startProcessInstanceById(
                        revision.processDefinitionId(), subject.id().toString(), new HashMap<>(revision.pins()))
                .getId();
        try {
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(foreign)
                    .singleResult();
            engine.getTaskService().complete(task.getId());
        } finally {
            engine.getRuntimeService().deleteProcessInstance(foreign, "test");
        }
    }

    /** @return the desk it waits at, null where it waits nowhere */
    public UUID waitsAt(Subject subject) {
        return jdbc.sql("SELECT desk_id FROM review_item WHERE subject_id = :id")
                .param("id", subject.id())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private synchronized SchemeRevision revision() {
        var repository = engine.getRepositoryService();
        if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
            repository
                    .createDeployment()
                    .name("test")
                    .addString(KEY + ".bpmn", ModelFixture.read("review/" + KEY + ".bpmn"))
                    .deploy();
        }
        return revisions.newest(KEY, YearMonth.now(PlatformTime.ZONE));
    }
}
