package cn.baosong.testing;

import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkReviews;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In an application of its own, to be killed: lets many reports wait at one desk and accepts them in bulk, in forty
 * chunks. Started again on the same database it leaves everything to the product.
 */
@Component
@Profile(BulkUnderWay.PROFILE)
class BulkUnderWay implements ApplicationRunner {

    static final String PROFILE = "bulk-under-way";

    private static final String MODEL = "processes/review/bulk-review.bpmn";
    private static final int CHUNKS = 40;

    private final Actors actors;
    private final DeskFixture desks;
    private final ReviewProbe probe;
    private final ReviewRecord record;
    private final BulkReviews bulk;
    private final ModelFixture models;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    BulkUnderWay(
            Actors actors,
            DeskFixture desks,
            ReviewProbe probe,
            ReviewRecord record,
            BulkReviews bulk,
            ModelFixture models,
            ProcessEngine engine,
            JdbcClient jdbc) {
        this.actors = actors;
        this.desks = desks;
        this.probe = probe;
        this.record = record;
        this.bulk = bulk;
        this.models = models;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var begun = jdbc.sql("SELECT EXISTS (SELECT 1 FROM bulk_operation)")
                .query(Boolean.class)
                .single();
        if (!begun) {
            begin(Integer.parseInt(
                    arguments.getOptionValues(BulkUnderWayApplication.REPORTS).get(0)));
        }
    }

    private void begin(int reports) {
        var county = desks.yuhang();
        var holder = desks.holder(county);
        var items = IntStream.range(0, reports)
                .parallel()
                .mapToObj(each -> probe.submitted(county.region()))
                .map(subject -> record.waiting(subject.id()).orElseThrow().id())
                .toList();
        var instance = models.changed(
                MODEL,
                model -> model.replace(
                        "name=\"chunkSize\" value=\"50\"",
                        "name=\"chunkSize\" value=\"%d\"".formatted(Math.max(1, reports / CHUNKS))),
                () -> actors.as(holder, () -> {
                    var id = bulk.prepare(
                            BulkAction.ACCEPT, InboxAddress.of(ReviewFilter.all(ProbeSubjects.KIND)), items);
                    bulk.confirm(id, null);
                    return bulk.find(id).orElseThrow().processInstance();
                }));
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult()
                .getId());
    }
}
