package cn.baosong.filing;

import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.form.FormValues;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** What a report is compared with: every value as FEEL sees it, all forms together; null where there is no report. */
    record Compared(Map<String, Object> previous, Map<String, Object> lastYear) {}

    /** @return the accepted report of the period before, empty where there is none */
    Optional<Filing> previous(Filing filing) {
        return accepted(filing, before(filing)).stream().findFirst();
    }

    /** @return the accepted report of the same period last year, empty where there is none */
    Optional<Filing> lastYear(Filing filing) {
        return accepted(filing, yearBefore(filing)).stream().findFirst();
    }

    /** @return both at once */
    Priors of(Filing filing) {
        var found = accepted(filing, before(filing), yearBefore(filing));
        return new Priors(among(found, before(filing)), among(found, yearBefore(filing)));
    }

    /**
     * @param filings of one scheme
     * @return both for each of them, by id, asked for together
     */
    Map<UUID, Priors> of(Collection<Filing> filings) {
        var months = new HashSet<YearMonth>();
        filings.forEach(filing -> months.addAll(List.of(before(filing), yearBefore(filing))));
        var found = filings.stream()
                .findFirst()
                .map(first -> repository.accepted(
                        first.scheme(), filings.stream().map(Filing::enterprise).collect(Collectors.toSet()), months))
                .orElse(List.of())
                .stream()
                .collect(Collectors.groupingBy(Filing::enterprise));
        return filings.stream().collect(Collectors.toMap(Filing::id, filing -> {
            var own = found.getOrDefault(filing.enterprise(), List.of());
            return new Priors(among(own, before(filing)), among(own, yearBefore(filing)));
        }));
    }

    /** @return the same as values */
    Compared compared(Priors priors) {
        return new Compared(values(priors.previous()), values(priors.lastYear()));
    }

    private YearMonth before(Filing filing) {
        return models.of(filing.revision()).periodKind().previous(filing.month());
    }

    private static YearMonth yearBefore(Filing filing) {
        return filing.month().minusYears(1);
    }

    private List<Filing> accepted(Filing filing, YearMonth... months) {
        return repository.accepted(filing.scheme(), filing.enterprise(), months);
    }

    private static Filing among(List<Filing> accepted, YearMonth month) {
        return accepted.stream()
                .filter(filing -> filing.month().equals(month))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> values(Filing filing) {
        if (filing == null) {
            return null;
        }
        var all = new LinkedHashMap<String, Object>();
        models.of(filing.revision())
                .forms()
                .forEach(form ->
                        all.putAll(FormValues.compared(form, filing.values().getOrDefault(form.id(), Map.of()))));
        return all;
    }
}
