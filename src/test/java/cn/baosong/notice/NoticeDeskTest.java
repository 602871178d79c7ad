package cn.baosong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.Problem;
import cn.baosong.organization.Desk;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Together;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoticeDeskTest {

    private static final Set<Audience> EVERYONE = EnumSet.allOf(Audience.class);

    @Autowired
    private NoticeDesk service;

    @Autowired
    private NoticeBoard board;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Desk hangzhou;
    private Account author;

    @BeforeEach
    void seat() {
        hangzhou = desks.hangzhou();
        author = desks.holder(hangzhou);
    }

    @Test
    void aDeskWritesForItsOwnRegionAndThoseInside() {
        for (var region : List.of("3301", "330110")) {
            assertThat(publish(content("范围", region))).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "33", "3302", "330203", "11", "999999", "3301' OR '1'='1", "\u0000"})
    void andForNoOther(String region) {
        refused("notice.error.region", content("范围", region.isEmpty() ? null : region));
    }

    @Test
    void nobodyWritesForADeskOfAnother() {
        var wanted = content("他人岗位", "330110");
        assertProblem(
                "notice.error.desk",
                () -> actors.as(author, () -> service.publish(desks.yuhang().id(), wanted)));
        assertProblem("notice.error.desk", () -> actors.as(author, () -> service.publish(UUID.randomUUID(), wanted)));
        assertProblem("notice.error.desk", () -> actors.as(author, () -> service.publish(null, wanted)));
        var enterprise = actors.applicant();
        assertThatThrownBy(() -> actors.as(enterprise, () -> service.publish(hangzhou.id(), wanted)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aNoticeOfAnotherDeskIsAnsweredLikeOneThatDoesNotExist() {
        var notice = publish(content("他人内容", "330110"));
        for (var stranger : List.of(desks.holder(desks.yuhang()), desks.holder(desks.zhejiang()))) {
            for (var id : List.of(notice, UUID.randomUUID())) {
                assertThat(actors.as(stranger, () -> service.find(id))).isEmpty();
                assertThat(actors.as(stranger, () -> service.changes(id))).isEmpty();
                assertProblem(
                        "notice.error.unknown",
                        () -> actors.as(stranger, () -> service.edit(id, 1, content("改", "330110"))));
                assertProblem("notice.error.unknown", () -> actors.as(stranger, () -> service.withdraw(id, "原因")));
            }
        }
        assertThat(actors.as(author, () -> service.find(notice)))
                .hasValueSatisfying(found -> assertThat(found.version()).isOne());
    }

    @Test
    void everyVersionIsKeptAndWithdrawnIsGoneForReaders() {
        var notice = publish(content("第一稿", "3301"));
        var colleague = desks.newHolder(hangzhou);
        actors.as(colleague, () -> service.edit(notice, 1, content("第二稿", "330110")));
        assertThat(actors.as(author, () -> board.read(notice)))
                .hasValueSatisfying(found -> assertThat(found.title()).isEqualTo("第二稿"));
        assertProblem(
                "notice.error.changed", () -> actors.as(author, () -> service.edit(notice, 1, content("旧稿", "3301"))));
        actors.as(author, () -> service.withdraw(notice, " 内容有误\u0007 "));

        assertThat(actors.as(author, () -> board.read(notice))).isEmpty();
        assertProblem(
                "notice.error.withdrawn-already",
                () -> actors.as(author, () -> service.edit(notice, 3, content("再改", "3301"))));
        assertProblem("notice.error.withdrawn-already", () -> actors.as(author, () -> service.withdraw(notice, "再撤")));
        assertThat(actors.as(author, () -> service.changes(notice)))
                .extracting(NoticeChange::kind, NoticeChange::by, NoticeChange::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NoticeChange.Kind.WITHDRAWN, author.loginName(), "内容有误"),
                        org.assertj.core.groups.Tuple.tuple(NoticeChange.Kind.EDITED, colleague.loginName(), null),
                        org.assertj.core.groups.Tuple.tuple(NoticeChange.Kind.PUBLISHED, author.loginName(), null));
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE notice_change SET title = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM notice_change").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofEditsAndWithdrawalsAtOnceEachVersionHasOneWinner() throws InterruptedException {
        var notice = publish(content("同时修改", "3301"));
        var turn = new AtomicInteger();
        var outcomes = Together.run(
                6,
                () -> actors.as(author, () -> {
                    if (turn.getAndIncrement() % 3 == 0) {
                        service.withdraw(notice, "同时撤回");
                    } else {
                        service.edit(notice, 1, content("同时修改", "3301"));
                    }
                    return "done";
                }));
        assertThat(outcomes).allMatch(outcome -> outcome.equals("done") || outcome instanceof Problem);
        var done = outcomes.stream().filter("done"::equals).count();
        assertThat(done).isBetween(1L, 2L);
        var changes = actors.as(author, () -> service.changes(notice));
        assertThat(changes).hasSize((int) done + 1);
        assertThat(changes.get(0).kind()).isEqualTo(NoticeChange.Kind.WITHDRAWN);
        assertThat(changes).extracting(NoticeChange::version).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "看<img src=x onerror=alert(1)>图",
                "<!-- 注释 -->",
                "a </p> b",
                "<iframe src='https://example.org'></iframe>",
                "<scr\u200Bipt>alert(1)</script>"
            })
    void tagsAreRefused(String body) {
        refused("notice.error.markup", withBody(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"![图](https://example.org/a.png)", "![图][a]\n\n[a]: https://example.org/a.png", "!\u200B[x](y)"})
    void picturesAreRefused(String body) {
        refused("notice.error.picture", withBody(body));
    }

    @Test
    void emptyAndEndlessTextsAreRefused() {
        for (var body :
                new String[] {null, "", " \u3000\n\t\u200B", "x".repeat(20_001), "x".repeat(20 * 1024 * 1024)}) {
            refused("notice.error.body", withBody(body));
        }
        for (var title : new String[] {null, "", "\u0000\r\n", "题".repeat(101), "x".repeat(20 * 1024 * 1024)}) {
            refused("notice.error.title", content(title, "3301"));
        }
        assertThat(publish(withBody("字".repeat(20_000)))).isNotNull();
        assertThat(publish(content("题".repeat(100), "3301"))).isNotNull();
        refused("notice.error.kind", new NoticeContent(null, "题", "文", EVERYONE, "3301", false, null));
        refused("notice.error.audience", new NoticeContent(NoticeKind.NEWS, "题", "文", null, "3301", false, null));
        var notice = publish(content("原因", "3301"));
        for (var reason : new String[] {null, " ", "\u0000", "x".repeat(151)}) {
            assertProblem("notice.error.reason", () -> actors.as(author, () -> service.withdraw(notice, reason)));
        }
    }

    @Test
    void aTitleIsOneCleanLine() {
        var notice = publish(content(" 甲\u0000\r\n乙\u202E <b>丙 ", "3301"));
        assertThat(actors.as(author, () -> service.find(notice))
                        .orElseThrow()
                        .content()
                        .title())
                .isEqualTo("甲 乙 <b>丙");
    }

    @Test
    void aNoticeIsShownThroughItsLastDay() {
        var today = LocalDate.now(clock.withZone(PlatformTime.ZONE));
        for (var wrong : List.of(today.minusDays(1), today.plusYears(11), LocalDate.MAX, LocalDate.MIN)) {
            refused("notice.error.expires", until(wrong));
        }
        var notice = publish(until(today));
        assertThat(actors.as(author, () -> board.read(notice))).isPresent();
        jdbc.sql("UPDATE notice SET expires_on = :day WHERE id = :id")
                .param("day", today.minusDays(1))
                .param("id", notice)
                .update();
        assertThat(actors.as(author, () -> board.read(notice))).isEmpty();
        assertThat(actors.as(author, () -> service.find(notice)).orElseThrow().state())
                .isEqualTo(NoticeState.EXPIRED);
    }

    @Test
    void pinnedOnesStandFirstThenTheNewestAndPagesNeitherRepeatNorLose() {
        var mark = "翻页" + UUID.randomUUID();
        for (var number = 0; number < 23; number++) {
            publish(new NoticeContent(NoticeKind.NEWS, mark + number, "正文", EVERYONE, "3301", number % 10 == 0, null));
        }
        var all = actors.as(author, () -> board.list(NoticeKind.NEWS, mark, 0, 100));
        assertThat(all).hasSize(23);
        assertThat(all.subList(0, 3)).allMatch(NoticeLine::pinned);
        assertThat(all.subList(0, 3)).extracting(NoticeLine::title).containsExactly(mark + 20, mark + 10, mark + 0);
        assertThat(all.subList(3, 23))
                .noneMatch(NoticeLine::pinned)
                .extracting(NoticeLine::publishedAt)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var paged = List.of(0, 10, 20).stream()
                .flatMap(offset -> actors.as(author, () -> board.list(NoticeKind.NEWS, mark, offset, 10)).stream())
                .toList();
        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "' OR 1=1 --", "\u0000%"})
    void aSearchTakesEveryCharacterAsItIs(String text) {
        var mark = UUID.randomUUID().toString().replace('-', 'a');
        publish(content(mark, "3301"));
        assertThat(actors.as(author, () -> board.list(NoticeKind.NEWS, mark + text, 0, 10)))
                .isEmpty();
        assertThat(actors.as(author, () -> service.mine(mark + text, 0, 10))).isEmpty();
        assertThat(actors.as(author, () -> service.mine(mark, 0, 10))).hasSize(1);
    }

    private UUID publish(NoticeContent content) {
        return actors.as(author, () -> service.publish(hangzhou.id(), content));
    }

    private void refused(String key, NoticeContent content) {
        assertProblem(key, () -> publish(content));
        var standing = publish(content("不变", "3301"));
        assertProblem(key, () -> actors.as(author, () -> service.edit(standing, 1, content)));
        assertThat(actors.as(author, () -> service.find(standing)).orElseThrow().version())
                .isOne();
    }

    private static void assertProblem(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }

    private static NoticeContent content(String title, String region) {
        return new NoticeContent(NoticeKind.NEWS, title, "正文 **重点**", EVERYONE, region, false, null);
    }

    private static NoticeContent withBody(String body) {
        return new NoticeContent(NoticeKind.NEWS, "标题", body, EVERYONE, "3301", false, null);
    }

    private static NoticeContent until(LocalDate day) {
        return new NoticeContent(NoticeKind.NEWS, "期限", "正文", EVERYONE, "3301", false, day);
    }
}
