package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.review.query.InboxQueries;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.InboxFixture;
import cn.baosong.testing.InboxFixture.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the inbox finds, in which order, and for whom. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InboxTest {

    private static final String KIND = "probe";
    private static final ReviewFilter ALL = ReviewFilter.all(KIND);

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxQueries queries;

    @Autowired
    private InboxFixture rows;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Actors actors;

    private Desk city;
    private Desk county;
    private Account holder;

    @BeforeEach
    void desks() {
        city = desks.under(desks.zhejiang(), DeskLevel.CITY, "3303");
        county = desks.under(city, DeskLevel.COUNTY, "330302");
        holder = desks.holder(city);
    }

    @AfterEach
    void empty() {
        rows.clear();
    }

    private List<UUID> found(ReviewFilter filter, InboxOrder order) {
        return actors.as(holder, () -> inbox.waiting(filter, order, 0, 50)).stream()
                .map(ReviewItem::id)
                .toList();
    }

    private void finds(UnaryOperator<ReviewFilter> asked, UUID in, UUID out) {
        var filter = asked.apply(ALL);
        assertThat(found(filter, InboxOrder.LONGEST_WAITING))
                .containsExactly(in)
                .doesNotContain(out);
        assertThat(queries.matching(Set.of(city.id()), filter, 10)).containsExactly(in);
        assertThat((int) actors.as(holder, () -> inbox.count(filter))).isEqualTo(1);
    }

    @Test
    void everyConditionFindsTheRowItNamesAndNotTheOther() {
        var now = Instant.now();
        var in = rows.put(new Row(city, KIND, "瓯海精工机械")
                .userId("wz_Ouhai")
                .region("33/3303/330302")
                .industry("C/34/341")
                .period("2026-10")
                .screening(Screening.NOT_PASSED, 3)
                .due(now.minusSeconds(60).toString())
                .direct(county));
        var out = rows.put(new Row(city, KIND, "鹿城食品")
                .userId("lucheng")
                .region("33/3303/330303")
                .industry("C/14/1411")
                .period("2026-09")
                .screening(Screening.PASSED, 0)
                .due(now.plusSeconds(3600).toString())
                .direct(city));
        finds(all -> all.withText("精工"), in, out);
        finds(all -> all.withText("OUHAI"), in, out);
        finds(all -> all.withRegion("330302"), in, out);
        finds(all -> all.withIndustry("34"), in, out);
        finds(all -> all.withMonth(YearMonth.of(2026, 10)), in, out);
        finds(all -> all.withScreening(Screening.NOT_PASSED), in, out);
        finds(all -> all.withScreening(Screening.PASSED), out, in);
        finds(all -> all.withOverdue(true), in, out);
        finds(all -> all.withDirect(false), in, out);
        finds(all -> all.withDirect(true), out, in);

        assertThat(found(ALL.withRegion("3303"), InboxOrder.LONGEST_WAITING)).containsExactlyInAnyOrder(in, out);
        assertThat(found(ALL.withRegion("0330302"), InboxOrder.LONGEST_WAITING)).isEmpty();
        assertThat(found(ALL.withRegion("%"), InboxOrder.LONGEST_WAITING)).isEmpty();
        assertThat(found(ALL.withText("精工").withMonth(YearMonth.of(2026, 9)), InboxOrder.LONGEST_WAITING))
                .isEmpty();
        assertThat(found(ReviewFilter.all("filing"), InboxOrder.LONGEST_WAITING))
                .isEmpty();
    }

    @Test
    void figuresSayWhatWaits() {
        var now = Instant.now();
        rows.put(new Row(city, KIND, "a")
                .screening(Screening.PASSED, 0)
                .direct(city)
                .since("2026-11-08T08:51:00Z"));
        rows.put(new Row(city, KIND, "b").screening(Screening.PASSED, 0).direct(county));
        rows.put(new Row(city, KIND, "c")
                .screening(Screening.NOT_PASSED, 1)
                .direct(county)
                .due(now.minusSeconds(5).toString()));
        rows.put(new Row(city, KIND, "d").screening(Screening.NOT_COMPARABLE, 0));
        rows.put(new Row(county, KIND, "elsewhere")
                .screening(Screening.PASSED, 0)
                .direct(county));
        rows.put(new Row(city, "filing", "another kind").screening(Screening.PASSED, 0));

        assertThat(actors.as(holder, () -> inbox.figures(KIND)))
                .isEqualTo(new InboxFigures(2, 2, 1, 2, 1, 1, Instant.parse("2026-11-08T08:51:00Z")));
        assertThat((int) actors.as(holder, () -> inbox.countForNavigation(KIND)))
                .isEqualTo(4);
        assertThat(queries.count(Set.of(city.id()), ALL, 3)).isEqualTo(3);
    }

    @Test
    void whatWaitsAtAnotherDeskIsNeverSeen() {
        var mine = rows.put(new Row(city, KIND, "mine"));
        var foreign = rows.put(new Row(county, KIND, "foreign").direct(city).region("33/3303/330302"));
        assertThat(found(ALL, InboxOrder.LONGEST_WAITING)).containsExactly(mine);
        actors.as(holder, () -> {
            assertThat(inbox.place(foreign, InboxAddress.of(ALL))).isEmpty();
            assertThat(inbox.place(mine, InboxAddress.of(ALL))).hasValue(new InboxPlace(1, 1, null, null));
        });
        actors.as(actors.account(Role.REVIEWER), () -> {
            assertThat(inbox.waiting(ALL, InboxOrder.LONGEST_WAITING, 0, 10)).isEmpty();
            assertThat(inbox.count(ALL)).isZero();
            assertThat(inbox.figures(KIND).direct()).isZero();
            assertThat(inbox.place(mine, InboxAddress.of(ALL))).isEmpty();
        });
    }

    /** Two of everything, so that only the id tells them apart; half of them without a value. */
    @ParameterizedTest
    @EnumSource(InboxOrder.Column.class)
    void everyOrderIsCompleteBothWaysAndItsNeighboursAreThoseOfTheList(InboxOrder.Column column) {
        for (var step = 0; step < 3; step++) {
            for (var twice = 0; twice < 2; twice++) {
                rows.put(new Row(city, KIND, "企业 " + step)
                        .since("2026-11-1%dT00:00:00Z".formatted(step))
                        .due("2026-12-1%dT00:00:00Z".formatted(step))
                        .region("33/3303/33030" + (step + 2))
                        .screening(Screening.values()[step], step)
                        .figure("10" + step, "-" + step + ".5"));
                rows.put(new Row(city, KIND, "企业 " + step).since("2026-11-1%dT00:00:00Z".formatted(step)));
            }
        }
        for (var descending : List.of(false, true)) {
            var order = new InboxOrder(column, descending);
            var whole = found(ALL, order);
            assertThat(whole).hasSize(12).doesNotHaveDuplicates();
            var paged = new ArrayList<UUID>();
            for (var offset = 0; offset < 12; offset += 5) {
                var from = offset;
                actors.as(holder, () -> inbox.waiting(ALL, order, from, 5)).forEach(item -> paged.add(item.id()));
            }
            assertThat(paged).isEqualTo(whole);
            var list = new InboxAddress(ALL, order);
            for (var index = 0; index < whole.size(); index++) {
                var subject = whole.get(index);
                assertThat(actors.as(holder, () -> inbox.place(subject, list)))
                        .hasValue(new InboxPlace(
                                index + 1,
                                12,
                                index == 0 ? null : whole.get(index - 1),
                                index == 11 ? null : whole.get(index + 1)));
            }
        }
    }

    @Test
    void theOrdersAreThoseTheirNamesSay() {
        var small = rows.put(new Row(city, KIND, "B").figure("10", "5").screening(Screening.PASSED, 0));
        var great = rows.put(new Row(city, KIND, "A").figure("90", "-7").screening(Screening.NOT_PASSED, 2));
        var none = rows.put(new Row(city, KIND, "C"));
        assertThat(found(ALL, InboxOrder.parse("-figure"))).containsExactly(great, small, none);
        assertThat(found(ALL, InboxOrder.parse("figure"))).containsExactly(small, great, none);
        assertThat(found(ALL, InboxOrder.parse("growth"))).containsExactly(great, small, none);
        assertThat(found(ALL, InboxOrder.parse("-growth"))).containsExactly(small, great, none);
        assertThat(found(ALL, InboxOrder.parse("screening"))).containsExactly(great, small, none);
        assertThat(found(ALL, InboxOrder.parse("name"))).containsExactly(great, small, none);
        assertThat(found(ALL, InboxOrder.parse("-name"))).containsExactly(none, small, great);
    }

    @Test
    void twoDesksInOneHandAreOneList() {
        var first = rows.put(new Row(county, KIND, "1").since("2026-11-01T00:00:00Z"));
        var second = rows.put(new Row(city, KIND, "2").since("2026-11-02T00:00:00Z"));
        var third = rows.put(new Row(county, KIND, "3").since("2026-11-03T00:00:00Z"));
        var held = Set.of(city.id(), county.id());
        assertThat(queries.waiting(held, ALL, InboxOrder.LONGEST_WAITING, 0, 10))
                .extracting(ReviewItem::id)
                .containsExactly(first, second, third);
        assertThat(queries.waiting(held, ALL, InboxOrder.LONGEST_WAITING, 1, 1))
                .extracting(ReviewItem::id)
                .containsExactly(second);
        assertThat(queries.beside(held, ALL, InboxOrder.LONGEST_WAITING, first, true))
                .hasValue(second);
        assertThat(queries.beside(held, ALL, InboxOrder.LONGEST_WAITING, third, false))
                .hasValue(second);
        var ids = new ArrayList<>(List.of(first, second, third));
        ids.sort(Comparator.comparing(UUID::toString));
        assertThat(queries.matching(held, ALL, 10)).isEqualTo(ids);
        assertThat(queries.matching(held, ALL, 2)).isEqualTo(ids.subList(0, 2));
    }
}
