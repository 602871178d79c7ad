package cn.baosong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.organization.Desk;
import cn.baosong.review.Reviews;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.RegistrationFixture;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.access.AccessDeniedException;

/** Who may read what: every reader against every audience in every region, held against a plain model. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoticePermissionTest {

    private static final String NATION = "";
    private static final List<String> REGIONS = List.of(NATION, "33", "3301", "330110", "3302", "330203", "11");

    /** @param region code, empty for the whole nation; codes of China's regions begin with those above them */
    private record Published(UUID id, String region, Set<Audience> audience) {}

    private record Reader(String who, Audience audience, String region, Supplier<SignedIn> person) {

        boolean mayRead(Published notice) {
            var reachesDown = region != null && region.startsWith(notice.region())
                    || notice.region().isEmpty();
            var reachesUp = audience != Audience.ENTERPRISE && notice.region().startsWith(region);
            return notice.audience().contains(audience) && (reachesDown || reachesUp);
        }
    }

    @Autowired
    private NoticeBoard board;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private RegistrationFixture registrations;

    @Autowired
    private Reviews reviews;

    @TestFactory
    Stream<DynamicTest> everyReaderSeesWhatTheModelSays() {
        var mark = "权限" + UUID.randomUUID();
        var published = publishAll(mark);
        return readers()
                .map(reader -> DynamicTest.dynamicTest(reader.who(), () -> {
                    var person = reader.person().get();
                    var expected = published.stream()
                            .filter(reader::mayRead)
                            .map(Published::id)
                            .collect(Collectors.toSet());
                    var listed = actors.as(person, () -> board.list(NoticeKind.NEWS, mark, 0, 200));
                    assertThat(listed).extracting(NoticeLine::id).containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(listed).allMatch(line -> line.unread() == (person.accountId() != null));
                    var read = published.stream()
                            .map(Published::id)
                            .filter(id ->
                                    actors.as(person, () -> board.read(id)).isPresent())
                            .collect(Collectors.toSet());
                    assertThat(read).as("read one by one").isEqualTo(expected);
                    assertThat(actors.as(person, () -> board.list(NoticeKind.NEWS, mark, 0, 200)))
                            .as("all is read now")
                            .noneMatch(NoticeLine::unread);
                    assertThat(actors.as(person, () -> board.list(NoticeKind.ANNOUNCEMENT, mark, 0, 200)))
                            .isEmpty();
                }));
    }

    @Test
    void whoHoldsNoDeskOrHasAnotherRoleReadsNothing() {
        var mark = "无岗" + UUID.randomUUID();
        publishAll(mark);
        var without = actors.account(Role.REVIEWER);
        assertThat(actors.as(without, () -> board.list(NoticeKind.NEWS, mark, 0, 10)))
                .isEmpty();
        for (var role : List.of(Role.OPERATOR, Role.PROCESS_OWNER)) {
            var person = actors.account(role);
            assertThatThrownBy(() -> actors.as(person, () -> board.list(NoticeKind.NEWS, mark, 0, 10)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private Stream<Reader> readers() {
        return Stream.of(
                new Reader("enterprise in Yuhang", Audience.ENTERPRISE, "330110", () -> enterprise("330110")),
                new Reader("enterprise in Haishu", Audience.ENTERPRISE, "330203", () -> enterprise("330203")),
                new Reader("applicant", Audience.ENTERPRISE, null, () -> signedIn(actors.applicant())),
                new Reader(
                        "applicant without an account",
                        Audience.ENTERPRISE,
                        null,
                        () -> Actors.withoutAccount(Actors.freshPhone())),
                new Reader("nation", Audience.NATION, NATION, () -> holder(desks.nation())),
                new Reader("Zhejiang", Audience.PROVINCE, "33", () -> holder(desks.zhejiang())),
                new Reader(
                        "Ningbo, a city of the province's level",
                        Audience.PROVINCE,
                        "3302",
                        () -> holder(desks.ningbo())),
                new Reader("Hangzhou", Audience.CITY, "3301", () -> holder(desks.hangzhou())),
                new Reader("Yuhang", Audience.COUNTY, "330110", () -> holder(desks.yuhang())),
                new Reader("Haishu", Audience.COUNTY, "330203", () -> holder(desks.haishu())));
    }

    private List<Published> publishAll(String mark) {
        var audiences = new ArrayList<Set<Audience>>();
        for (var one : Audience.values()) {
            audiences.add(EnumSet.of(one));
            audiences.add(EnumSet.complementOf(EnumSet.of(one)));
        }
        audiences.add(EnumSet.allOf(Audience.class));
        var nation = desks.nation();
        var published = new ArrayList<Published>();
        actors.as(desks.holder(nation), () -> {
            for (var region : REGIONS) {
                for (var audience : audiences) {
                    var content = new NoticeContent(
                            NoticeKind.NEWS, mark, "正文", audience, region.isEmpty() ? null : region, false, null);
                    published.add(new Published(desk.publish(nation.id(), content), region, audience));
                }
            }
        });
        return published;
    }

    private SignedIn enterprise(String region) {
        var county = desks.holder(region.equals("330110") ? desks.yuhang() : desks.haishu());
        var person = actors.applicant();
        var registration = registrations.submitted(person, RegistrationFixture.values(region));
        actors.as(county, () -> reviews.accept("registration", registration.id()));
        return new SignedIn(person.id(), person.loginName(), person.phone(), Set.of(Role.ENTERPRISE));
    }

    private SignedIn holder(Desk held) {
        var person = desks.holder(held);
        return new SignedIn(person.id(), person.loginName(), person.phone(), Set.of(Role.REVIEWER));
    }

    private static SignedIn signedIn(Account account) {
        return new SignedIn(account.id(), account.loginName(), account.phone(), account.roles());
    }
}
