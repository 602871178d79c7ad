package cn.baosong.review;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A view of the inbox as it stands in an address: for links, bookmarks and saved filters. What cannot be read is taken
 * as not asked for.
 */
public record InboxAddress(ReviewFilter filter, InboxOrder order) {

    /** Longest text that is searched for, in characters. */
    public static final int TEXT_LIMIT = 100;

    private static final String TEXT = "q";
    private static final String REGION = "region";
    private static final String INDUSTRY = "industry";
    private static final String MONTH = "month";
    private static final String SCREENING = "screening";
    private static final String OVERDUE = "overdue";
    private static final String DIRECT = "direct";
    private static final String DECISION = "decision";
    private static final String SORT = "sort";

    public static InboxAddress of(ReviewFilter filter) {
        return new InboxAddress(filter, InboxOrder.LONGEST_WAITING);
    }

    /** @param parameters of the address, by name; others than the known are left alone */
    public static InboxAddress parse(String kind, Map<String, String> parameters) {
        var filter = new ReviewFilter(
                kind,
                text(parameters, TEXT),
                text(parameters, REGION),
                text(parameters, INDUSTRY),
                month(text(parameters, MONTH)),
                constant(Screening.values(), text(parameters, SCREENING)),
                "true".equals(parameters.get(OVERDUE)),
                truth(text(parameters, DIRECT)),
                constant(Decision.values(), text(parameters, DECISION)));
        return new InboxAddress(filter, InboxOrder.parse(text(parameters, SORT)));
    }

    /** @return what {@link #parse} reads; nothing for what is left open */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, TEXT, filter.text());
        put(parameters, REGION, filter.region());
        put(parameters, INDUSTRY, filter.industry());
        put(parameters, MONTH, filter.month());
        put(parameters, SCREENING, filter.screening());
        put(parameters, OVERDUE, filter.overdue() ? "true" : "");
        put(parameters, DIRECT, filter.direct());
        put(parameters, DECISION, filter.decision());
        put(parameters, SORT, order.equals(InboxOrder.LONGEST_WAITING) ? "" : order.text());
        return parameters;
    }

    public InboxAddress with(ReviewFilter wanted) {
        return new InboxAddress(wanted, order);
    }

    public InboxAddress with(InboxOrder wanted) {
        return new InboxAddress(filter, wanted);
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parameters.put(name, value.toString());
        }
    }

    private static String text(Map<String, String> parameters, String name) {
        var text = parameters.getOrDefault(name, "").replace("\0", "").strip();
        return text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) : text;
    }

    private static YearMonth month(String text) {
        try {
            var month = text.isEmpty() ? null : YearMonth.parse(text);
            return month == null || month.getYear() < 1 || month.getYear() > 9999 ? null : month;
        } catch (DateTimeException noMonth) {
            return null;
        }
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
