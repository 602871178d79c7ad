package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Reviews;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.bulk.BulkState;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.ReviewProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reviews that wait at a city's desk, accepted by the county's and with province and nation above, and the two ways to
 * accept them. What is reviewed are the plain subjects of the tests, without a report around them; the models of the
 * review, the inbox, the decisions and their records are the product's.
 */
@TestComponent
final class BulkAcceptance {

    /** How many wait and are accepted in one go; no more than an operation may have. */
    static final int WAITING = Integer.getInteger("bench.bulk", 10_000);

    static final int ROUNDS = Integer.getInteger("bench.bulk.rounds", 2);
    static final int WARM_UP = 500;
    static final int MAKERS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Actors actors;
    private final Accounts accounts;
    private final DeskFixture desks;
    private final ReviewProbe probe;
    private final Reviews reviews;
    private final BulkReviews bulk;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final PlannerStatistics statistics;
    private final int workers;
    private Desk county;
    private SignedIn countyHolder;
    private SignedIn cityHolder;

    BulkAcceptance(
            Actors actors,
            Accounts accounts,
            DeskFixture desks,
            ReviewProbe probe,
            Reviews reviews,
            BulkReviews bulk,
            ManagementService management,
            JdbcClient jdbc,
            PlannerStatistics statistics,
            @Value("${camunda.bpm.job-execution.max-pool-size}") int workers) {
        this.actors = actors;
        this.accounts = accounts;
        this.desks = desks;
        this.probe = probe;
        this.reviews = reviews;
        this.bulk = bulk;
        this.management = management;
        this.jdbc = jdbc;
        this.statistics = statistics;
        this.workers = workers;
    }

    /** @return threads of the job executor: so many chunks are decided at a time */
    int workers() {
        return workers;
    }

    /** @return what was measured how, for the notes of the figures */
    String note() {
        return "%,d plain test subjects, %d threads, durable".formatted(WAITING, workers);
    }

    /** @return items accepted in a second, from the end of the time to cancel until the operation is closed */
    double inBulk(int number) {
        waiting(number);
        var id = actors.as(cityHolder, () -> {
            var prepared =
                    bulk.prepareMatching(BulkAction.ACCEPT, InboxAddress.of(ReviewFilter.all(ProbeSubjects.KIND)));
            bulk.confirm(prepared, null);
            return prepared;
        });
        var timer = timer(id);
        long begun = System.nanoTime();
        // The time to cancel is over now, and not when the next look for due timers happens to be.
        management.executeJob(timer);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> closed(id));
        double rate = number / ((System.nanoTime() - begun) / 1e9);
        var operation = actors.as(cityHolder, () -> bulk.find(id)).orElseThrow();
        assertThat(operation.count(BulkResult.DONE)).isEqualTo(number);
        return rate;
    }

    /** @return reviews accepted in a second, one call of the service for each, by as many threads as an operation has */
    double oneByOne(int number) {
        var subjects = waiting(number);
        return Load.perSecond(
                workers, subjects, subject -> actors.as(cityHolder, () -> reviews.accept(ProbeSubjects.KIND, subject)));
    }

    /** Lets so many wait at the city's desk, where nothing waited. */
    private Collection<UUID> waiting(int number) {
        standDesks();
        Queue<UUID> subjects = new ConcurrentLinkedQueue<>();
        Load.perSecond(MAKERS, IntStream.range(0, number).boxed().toList(), each -> {
            var subject = probe.submitted(county.region()).id();
            actors.as(countyHolder, () -> reviews.accept(ProbeSubjects.KIND, subject));
            subjects.add(subject);
        });
        statistics.refresh();
        return subjects;
    }

    private void standDesks() {
        if (county == null) {
            var province = desks.under(desks.nation(), DeskLevel.PROVINCE, "51");
            var city = desks.under(province, DeskLevel.CITY, desks.freshCounty("51"));
            var below = desks.under(city, DeskLevel.COUNTY, desks.freshCounty(city.region()));
            cityHolder = holder(city);
            countyHolder = holder(below);
            county = below;
        }
    }

    private SignedIn holder(Desk desk) {
        var account = accounts.find(desks.holder(desk).id()).orElseThrow();
        return new SignedIn(account.id(), account.loginName(), account.phone(), account.roles());
    }

    private String timer(UUID operation) {
        return management
                .createJobQuery()
                .processInstanceId(actors.as(cityHolder, () -> bulk.find(operation))
                        .orElseThrow()
                        .processInstance())
                .timers()
                .singleResult()
                .getId();
    }

    private boolean closed(UUID operation) {
        return jdbc.sql("SELECT state FROM bulk_operation WHERE id = :id")
                .param("id", operation)
                .query(String.class)
                .single()
                .equals(BulkState.DONE.name());
    }
}
