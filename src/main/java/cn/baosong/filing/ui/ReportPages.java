package cn.baosong.filing.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Addresses of the pages of a report. */
final class ReportPages {

    static final String LIST = "reports";

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private ReportPages() {}

    /** Where it is filled in. */
    static String fill(YearMonth month) {
        return LIST + "/" + month;
    }

    static String view(YearMonth month) {
        return fill(month) + "/view";
    }

    static String print(YearMonth month) {
        return fill(month) + "/print";
    }

    static String versions(YearMonth month) {
        return fill(month) + "/versions";
    }

    /** @throws NotFoundException where the address names no month */
    static YearMonth month(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("month").orElse("");
        if (!MONTH.matcher(text).matches()) {
            throw new NotFoundException();
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException none) {
            throw new NotFoundException();
        }
    }
}
