package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of the inbox survives being written into an address, whatever stands there. */
class InboxAddressTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        var everything = new InboxAddress(
                new ReviewFilter(
                        "filing",
                        "海曙",
                        "330203",
                        "C34",
                        YearMonth.of(2026, 10),
                        Screening.NOT_PASSED,
                        true,
                        false,
                        Decision.RETURNED),
                new InboxOrder(InboxOrder.Column.GROWTH, true));
        assertThat(everything.parameters())
                .containsEntry("q", "海曙")
                .containsEntry("sort", "-growth")
                .containsEntry("direct", "false")
                .hasSize(9);
        assertThat(InboxAddress.parse("filing", everything.parameters())).isEqualTo(everything);
        assertThat(InboxAddress.of(ReviewFilter.all("filing")).parameters()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotAskedFor() {
        var hostile = new HashMap<>(Map.of(
                "month",
                "2026-13",
                "screening",
                "passed",
                "overdue",
                "yes",
                "direct",
                "maybe",
                "sort",
                "id; DROP",
                "decision",
                "x",
                "other",
                "1",
                "region",
                " "));
        hostile.put("q", " " + "x".repeat(500) + "\0");
        var read = InboxAddress.parse("filing", hostile);
        assertThat(read.order()).isEqualTo(InboxOrder.LONGEST_WAITING);
        assertThat(read.filter()).isEqualTo(new ReviewFilter("filing", "x".repeat(InboxAddress.TEXT_LIMIT)));
        assertThat(InboxAddress.parse("filing", Map.of("month", "999999999-01"))
                        .filter()
                        .isOpen())
                .isTrue();
    }
}
