package cn.baosong.filing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.TakeoverFixture;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What a feature says of its subjects, and the model that publishes the daily roots, in the whole application. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReceiptsTest {

    @Autowired
    private Seals seals;

    @Autowired
    private DailyRoots roots;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentUser user;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private TakeoverFixture takeover;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ProcessEngine engine;

    @Test
    void aFeatureTitlesItsSubjectsAndLetsItsReviewersRead() {
        desks.holder(desks.haishu());
        var row = TakeoverFixture.row("330203");
        takeover.taken(List.of(row));
        var enterprise = enterprises.ofCode(row.get(TakeoverFixture.CODE)).orElseThrow();
        var subject = UUID.randomUUID();
        var clerk = accounts.find(enterprise.account()).orElseThrow();
        var step = SealDatabase.step(subject);
        transaction.executeWithoutResult(
                status -> seals.seal(step, new SealRequest(subject, enterprise.id(), Map.of(), clerk.id())));
        var reviewer = actors.account(Role.REVIEWER);
        var titled = with(new Knowing(subject, true));

        assertThat(actors.as(reviewer, () -> titled.find(subject, 1, Texts.ENGLISH)))
                .hasValueSatisfying(receipt -> {
                    assertThat(receipt.enterprise()).isEqualTo("甬江机械");
                    assertThat(receipt.title().orElseThrow().scheme()).isEqualTo("Monthly report");
                    assertThat(receipt.sealedBy()).contains(clerk.loginName());
                });
        assertThat(actors.as(reviewer, () -> with(new Knowing(subject, false)).find(subject, 1, Texts.CHINESE)))
                .isEmpty();
        assertThat(actors.as(reviewer, () -> with(new Knowing(UUID.randomUUID(), true))
                        .find(subject, 1, Texts.CHINESE)))
                .as("of another feature")
                .isEmpty();
        assertThat(actors.as(clerk, () -> with().find(subject, 1, Texts.CHINESE)))
                .hasValueSatisfying(receipt -> {
                    assertThat(receipt.enterprise()).isEqualTo(enterprise.name());
                    assertThat(receipt.title()).isEmpty();
                });
        assertThatThrownBy(
                        () -> actors.as(actors.account(Role.OPERATOR), () -> receipts.find(subject, 1, Texts.CHINESE)))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** Its process has no business key, and the timer goes on whatever becomes of a run. */
    @Test
    void theModelPublishesEachNight() {
        var timers = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("publish-daily-root")
                .timers()
                .list();
        assertThat(timers).singleElement().satisfies(timer -> assertThat(timer.getDuedate()
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalTime())
                .isEqualTo(LocalTime.of(0, 5)));

        var instance = engine.getRuntimeService().startProcessInstanceByKey("publish-daily-root");

        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId("root-published")
                        .finished()
                        .count())
                .isEqualTo(1));
    }

    private Receipts with(SealedTitles... titles) {
        var beans = new StaticListableBeanFactory();
        for (var title : titles) {
            beans.addBean("titles", title);
        }
        return new Receipts(seals, roots, enterprises, accounts, user, beans.getBeanProvider(SealedTitles.class));
    }

    private record Knowing(UUID known, boolean readable) implements SealedTitles {

        @Override
        public Optional<Title> title(UUID subject, Locale locale) {
            return subject.equals(known)
                    ? Optional.of(new Title("甬江机械", Texts.pick(locale, "月报", "Monthly report"), "2026-10"))
                    : Optional.empty();
        }

        @Override
        public boolean mayRead(UUID subject) {
            return readable && subject.equals(known);
        }
    }
}
