package cn.baosong.filing.reminder;

import java.time.YearMonth;
import java.util.UUID;

/**
 * Where a sweep stands: everybody up to {@code enterprise} has had this turn.
 *
 * @param occasion days from the one the month is asked for by
 */
public record Turn(YearMonth month, int occasion, UUID enterprise) {

    /** Before every enterprise, in the order of the database. */
    private static final UUID FIRST = new UUID(0, 0);

    static Turn begin(YearMonth month, int occasion) {
        return new Turn(month, occasion, FIRST);
    }

    /** @param text as {@link #toString()} wrote it */
    public static Turn parse(String text) {
        var parts = text.split(" ");
        return new Turn(YearMonth.parse(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
    }

    @Override
    public String toString() {
        return month + " " + occasion + " " + enterprise;
    }
}
