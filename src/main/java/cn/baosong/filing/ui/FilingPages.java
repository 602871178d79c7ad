package cn.baosong.filing.ui;

import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Schemes;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses of reporting. A period is written as its first month, yyyy-MM. */
final class FilingPages {

    /** The list of my reports. */
    static final String LIST = "reports";

    /** The page of 上报导入. */
    static final String IMPORT = LIST + "/import";

    /** Name of the parameter that holds the first month of a period. */
    static final String MONTH = "month";

    /** Name of the parameter that holds the step, from 1. */
    static final String STEP = "step";

    /** Name of the parameter that holds the path of a field to begin with. */
    static final String FIELD = "field";

    /** Name of the parameter that holds the id of the one form that is to be read. */
    static final String FORM = "form";

    private static final Pattern FIRST_MONTH = Pattern.compile("(?:19|20|21)\\d{2}-(?:0[1-9]|1[0-2])");

    /** Where a report of any scheme is filled in; the monthly report has a shorter address too. */
    static final String ANY = "tasks/:scheme/:month";

    private FilingPages() {}

    static RouteParameters parameters(YearMonth month) {
        return new RouteParameters("month", month.toString());
    }

    /** @return what the address asks for; empty where it names no scheme there is, or no month its periods begin with */
    static Optional<ReportTask> task(RouteParameters parameters, Schemes schemes) {
        var scheme = schemes.find(parameters.get("scheme").orElse(Filings.SCHEME));
        return parameters
                .get("month")
                .filter(text -> FIRST_MONTH.matcher(text).matches())
                .map(YearMonth::parse)
                .flatMap(month -> scheme.filter(found -> found.kind().begins(month))
                        .map(found -> new ReportTask(found.key(), month)));
    }

    /** @param step from 0, @param path may be null */
    static QueryParameters query(int step, String path) {
        var query = new HashMap<String, List<String>>();
        query.put(STEP, List.of(Integer.toString(step + 1)));
        if (path != null) {
            query.put(FIELD, List.of(path));
        }
        return new QueryParameters(Map.copyOf(query));
    }

    /** @return the step the address names, from 0; the first where it names none there is */
    static int step(QueryParameters query, int count) {
        return query.getSingleParameter(STEP)
                .filter(text -> text.matches("[1-9]"))
                .map(text -> Integer.parseInt(text) - 1)
                .filter(step -> step < count)
                .orElse(0);
    }

    /** Where a report is filled in. */
    static String fill(ReportTask task) {
        return task.address();
    }

    /** Where a report is read. */
    static String view(ReportTask task) {
        return fill(task) + "/view";
    }

    /** Where one form of a report is read. */
    static String view(ReportTask task, String form) {
        return view(task) + "?" + FORM + "=" + form;
    }

    /** Where a workbook of a report is taken in. */
    static String imports(ReportTask task) {
        return IMPORT + "?" + SchemeSelect.SCHEME + "=" + task.scheme() + "&" + MONTH + "=" + task.month();
    }

    static String print(ReportTask task) {
        return fill(task) + "/print";
    }

    static String versions(ReportTask task) {
        return fill(task) + "/versions";
    }
}
