package cn.baosong.filing.seal;

import cn.baosong.common.PlatformTime;
import cn.baosong.engine.Step;
import cn.baosong.filing.seal.repository.DailyRootTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The root of each day over the heads of all chains. Published, it holds every chain to what it was that evening: who
 * changes a link afterwards, and all that follow it, would have to change what others have copied. Days are those of
 * Asia/Shanghai.
 */
@Service
@Transactional(readOnly = true)
public class DailyRoots {

    /** By how much the clocks of the database and of a node may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final DailyRootTable table;
    private final Clock clock;

    DailyRoots(DailyRootTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @return the moment at which the day is over */
    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PlatformTime.ZONE).toInstant();
    }

    /**
     * Publishes the roots of all days that are over and have none, from the day of the first seal on. Again, or on two
     * nodes at once, it adds nothing.
     *
     * @return how many were added
     * @throws IllegalStateException while a transaction that may have sealed in one of those days still runs: try again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int publish(Step step) {
        table.lock(step);
        var yesterday = day(clock.instant()).minusDays(1);
        var next = table.newestDay()
                .map(day -> day.plusDays(1))
                .or(() -> table.firstSealedAt().map(DailyRoots::day))
                .filter(day -> !day.isAfter(yesterday));
        if (next.isEmpty()) {
            return 0;
        }
        if (table.olderTransactionRuns(end(yesterday).plus(SKEW))) {
            throw new IllegalStateException("a transaction of " + yesterday + " still runs; its root comes later");
        }
        var days = next.get().datesUntil(yesterday.plusDays(1)).toList();
        days.forEach(day -> table.insert(step, compute(day)));
        return days.size();
    }

    private DailyRoot compute(LocalDate day) {
        var digest = Sha256.digest();
        var heads = new long[1];
        table.heads(end(day), head -> {
            digest.update(line(head));
            heads[0]++;
        });
        return new DailyRoot(
                day, Sha256.hex(digest.digest()), heads[0], clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @return newest first */
    public List<DailyRoot> newest(int limit) {
        return table.newest(limit);
    }

    /** @return the first root that covers what was sealed then; empty until it is published */
    public Optional<DailyRoot> covering(Instant sealedAt) {
        return table.firstFrom(day(sealedAt));
    }

    /**
     * Writes what the root of a day is the hash of, as it stands now: ids, sequences and hashes, no names and no values.
     *
     * @param out not closed
     */
    public void write(LocalDate day, OutputStream out) {
        table.heads(end(day), head -> {
            try {
                out.write(line(head));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static LocalDate day(Instant time) {
        return time.atZone(PlatformTime.ZONE).toLocalDate();
    }

    private static byte[] line(DailyRootTable.Head head) {
        var line = head.enterprise() + " " + head.sequence() + " " + head.hash() + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }
}
