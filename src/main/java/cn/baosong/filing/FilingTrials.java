package cn.baosong.filing;

import cn.baosong.check.CheckTable;
import cn.baosong.check.Finding;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.form.FormValues;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What another check table would say of reports as they were submitted, beside what their own says of the same values. Both
 * are asked now, over the same accepted reports of earlier periods, so that whatever differs comes from the table. Reads
 * only; who may ask is for the caller to hold.
 */
@Component
public class FilingTrials {

    private final FilingRepository repository;
    private final PriorReports prior;
    private final FilingScenes scenes;

    FilingTrials(FilingRepository repository, PriorReports prior, FilingScenes scenes) {
        this.repository = repository;
        this.prior = prior;
        this.scenes = scenes;
    }

    /**
     * A report looked at with both tables.
     *
     * @param before what its own table says
     * @param now what the other table says
     */
    public record Judged(UUID filing, UUID enterprise, List<Finding> before, List<Finding> now) {}

    /** @return how many reports of each period there are to try a table on, the newest period first */
    @Transactional(readOnly = true)
    public Map<YearMonth, Integer> periods(String scheme, int most) {
        return repository.filed(scheme, most);
    }

    /**
     * @param after enterprise of the last report of the portion before; null for the first
     * @return the next reports of the period, by enterprise; fewer than {@code limit} at the end
     * @throws cn.baosong.check.TableException where a cell goes beyond the limits of FEEL
     */
    @Transactional(readOnly = true)
    public List<Judged> portion(String scheme, YearMonth month, UUID after, int limit, CheckTable table) {
        var filings = repository.filed(scheme, month, after, limit);
        var priors = prior.of(filings);
        return filings.stream()
                .map(filing -> judged(filing, scenes.of(filing, priors.get(filing.id())), table))
                .toList();
    }

    private static Judged judged(Filing filing, FilingScene scene, CheckTable table) {
        var model = scene.model();
        var seen = new HashMap<>(
                scene.inputs(filing.values().getOrDefault(model.enterpriseForm().id(), Map.of())));
        model.forms()
                .forEach(form ->
                        seen.putAll(FormValues.compared(form, filing.values().getOrDefault(form.id(), Map.of()))));
        return new Judged(filing.id(), filing.enterprise(), model.checks().evaluate(seen), table.evaluate(seen));
    }
}
