package cn.baosong.filing;

import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.form.FormValues;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an enterprise reported before. Only accepted reports are compared with (MON-46). */
@Component
class PriorReports {

    private final FilingRepository repository;
    private final FilingModels models;

    PriorReports(FilingRepository repository, FilingModels models) {
        this.repository = repository;
        this.models = models;
    }

    /** @return the accepted report of the month before, empty where there is none */
    Optional<Filing> previous(Filing filing) {
        return accepted(filing, filing.month().minusMonths(1));
    }

    /** @return the accepted report of the same month last year, empty where there is none */
    Optional<Filing> lastYear(Filing filing) {
        return accepted(filing, filing.month().minusYears(1));
    }

    private Optional<Filing> accepted(Filing filing, YearMonth month) {
        return repository
                .find(filing.scheme(), month, filing.enterprise())
                .filter(found -> found.status() == FilingStatus.ACCEPTED);
    }

    /** @return every value as FEEL sees it: nested, all forms together; null where there is no report */
    Map<String, Object> compared(Optional<Filing> filing) {
        return filing.map(found -> {
                    var all = new LinkedHashMap<String, Object>();
                    models.of(found.revision())
                            .forms()
                            .forEach(form -> all.putAll(
                                    FormValues.compared(form, found.values().getOrDefault(form.id(), Map.of()))));
                    return all;
                })
                .orElse(null);
    }
}
