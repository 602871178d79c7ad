package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormEvaluation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Which kind of report a month asks my enterprise for (HOME-03), counted from the forms. */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
public class ReportTypes {

    /**
     * @param indicators how many the forms show in that month
     * @param quarterly 季度指标: whether other months of the year ask for fewer
     */
    public record ReportType(int indicators, boolean quarterly) {}

    private final FilingModels models;
    private final Enterprises enterprises;
    private final Expressions expressions;
    private final CurrentUser user;
    private final Clock clock;

    ReportTypes(FilingModels models, Enterprises enterprises, Expressions expressions, CurrentUser user, Clock clock) {
        this.models = models;
        this.enterprises = enterprises;
        this.expressions = expressions;
        this.user = user;
        this.clock = clock;
    }

    public ReportType of(YearMonth month) {
        var enterprise = enterprises
                .ofAccount(user.requireAccount())
                .orElseThrow(() -> new Problem("filing.error.no-enterprise"));
        var model = models.of(models.newest(Filings.SCHEME, month).id());
        var profile = enterprises.profile(enterprise.id());
        var fewest = IntStream.rangeClosed(1, 12)
                .map(other -> shown(model, enterprise.id(), profile, month.withMonth(other)))
                .min()
                .orElse(0);
        var shown = shown(model, enterprise.id(), profile, month);
        return new ReportType(shown, shown > fewest);
    }

    private int shown(FilingModel model, UUID enterprise, Map<String, Object> profile, YearMonth month) {
        var scene = new FilingScene(month, model, null, null, LocalDate.now(clock), expressions);
        var described = FormEvaluation.of(model.enterpriseForm(), profile, scene.enterpriseContext())
                .values();
        var context = scene.context(described);
        return model.forms().stream()
                .filter(form -> form != model.enterpriseForm())
                .mapToInt(form -> {
                    var evaluation = FormEvaluation.of(form, Map.of(), context);
                    return (int) form.all()
                            .filter(MatrixRow.class::isInstance)
                            .filter(row -> evaluation.shown(row, ""))
                            .filter(row -> form.byPath().keySet().stream()
                                    .anyMatch(path -> path.startsWith(row.head().path() + ".")))
                            .count();
                })
                .sum();
    }
}
