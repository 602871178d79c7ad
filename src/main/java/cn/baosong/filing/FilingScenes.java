package cn.baosong.filing;

import cn.baosong.form.Expressions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets the scene of a report: its model, and the accepted reports it is compared with. */
@Component
class FilingScenes {

    private final FilingModels models;
    private final PriorReports prior;
    private final Expressions expressions;
    private final Clock clock;

    FilingScenes(FilingModels models, PriorReports prior, Expressions expressions, Clock clock) {
        this.models = models;
        this.prior = prior;
        this.expressions = expressions;
        this.clock = clock;
    }

    FilingScene of(Filing filing) {
        return of(filing, prior.of(filing));
    }

    /** @param priors what the report is compared with, where that is at hand */
    FilingScene of(Filing filing, Priors priors) {
        var compared = prior.compared(priors);
        return new FilingScene(
                filing.month(),
                models.of(filing.revision()),
                compared.previous(),
                compared.lastYear(),
                LocalDate.now(clock),
                expressions);
    }

    /** @return the scene of a month for no enterprise in particular, with nothing to compare with */
    FilingScene blank(YearMonth month, UUID revision) {
        return new FilingScene(month, models.of(revision), null, null, LocalDate.now(clock), expressions);
    }
}
