package cn.baosong.statistics.ui;

import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.ui.SchemeSelect;
import cn.baosong.statistics.UnreportedFilter;
import cn.baosong.statistics.UnreportedState;
import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of 未报送企业: {@code /unreported?scheme=monthly-report&region=3301&month=2026-10&state=EDITING,RETURNED&q=机械}. */
final class UnreportedPages {

    static final String ROUTE = "unreported";

    private static final String REGION = "region";
    private static final String MONTH = "month";
    private static final String STATE = "state";
    private static final String TEXT = "q";

    private UnreportedPages() {}

    /** What an address says wrong counts as not said; a period that is not over yet is the current one. */
    static UnreportedFilter read(QueryParameters query, Scheme scheme, YearMonth current) {
        return new UnreportedFilter(
                new ReportTask(scheme.key(), scheme.kind().containing(month(query, current))),
                query.getSingleParameter(REGION).orElse(""),
                states(query),
                query.getSingleParameter(TEXT).orElse(""));
    }

    private static YearMonth month(QueryParameters query, YearMonth current) {
        try {
            var said = query.getSingleParameter(MONTH).map(YearMonth::parse).orElse(current);
            return said.isAfter(current) ? current : said;
        } catch (DateTimeParseException unreadable) {
            return current;
        }
    }

    private static EnumSet<UnreportedState> states(QueryParameters query) {
        var named = List.of(query.getSingleParameter(STATE).orElse("").split(","));
        return Arrays.stream(UnreportedState.values())
                .filter(state -> named.contains(state.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnreportedState.class)));
    }

    static QueryParameters write(UnreportedFilter filter) {
        return QueryParameters.simple(parameters(filter));
    }

    private static Map<String, String> parameters(UnreportedFilter filter) {
        var said = new TreeMap<String, String>();
        said.put(SchemeSelect.SCHEME, filter.task().scheme());
        said.put(MONTH, filter.month().toString());
        if (!filter.region().isEmpty()) {
            said.put(REGION, filter.region());
        }
        if (!filter.states().isEmpty()) {
            var states = new ArrayList<>(filter.states());
            states.sort(null);
            said.put(STATE, states.stream().map(Enum::name).collect(Collectors.joining(",")));
        }
        if (!filter.text().isEmpty()) {
            said.put(TEXT, filter.text());
        }
        return said;
    }
}
