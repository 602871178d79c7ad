package cn.baosong.filing;

import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import java.time.YearMonth;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What a report is called: the setting {@code taskName} of its scheme with the period put in for <code>{period}</code>;
 * without that setting the period alone.
 */
@Component
public class ReportNames {

    private static final String PERIOD = "{period}";

    private final FilingModels models;
    private final Schemes schemes;
    private final Texts texts;

    ReportNames(FilingModels models, Schemes schemes, Texts texts) {
        this.models = models;
        this.schemes = schemes;
        this.texts = texts;
    }

    /** @return such as [省级]2019年软件和信息技术服务业年报, or 2026-10 */
    public String of(Filing filing, Locale locale) {
        return name(models.of(filing.revision()), filing.month(), locale);
    }

    /** @return as {@link #of(Filing, Locale)}, in both languages */
    public Bilingual of(Filing filing) {
        return new Bilingual(of(filing, Texts.CHINESE), of(filing, Texts.ENGLISH));
    }

    /** @return as {@link #of(Filing, Locale)}, of a report that need not have been begun */
    public String of(ReportTask task, Locale locale) {
        return name(models.of(schemes.get(task.scheme()).revision().id()), task.month(), locale);
    }

    /** @return as {@link #of(ReportTask, Locale)}, in both languages */
    public Bilingual of(ReportTask task) {
        return new Bilingual(of(task, Texts.CHINESE), of(task, Texts.ENGLISH));
    }

    /** @return what a list of tasks calls the report of a period; its scheme's title where the scheme names no tasks */
    public String listed(Scheme scheme, YearMonth month, Locale locale) {
        var model = models.of(scheme.revision().id());
        return model.taskName().isEmpty() ? scheme.title().in(locale) : name(model, month, locale);
    }

    private String name(FilingModel model, YearMonth month, Locale locale) {
        var kind = model.periodKind();
        return model.taskName().isEmpty()
                ? kind.code(month)
                : model.taskName().in(locale).replace(PERIOD, kind.text(month, texts, locale));
    }

    /** @return what taking a submitted report back is called */
    public Withdrawal withdrawal(Filing filing) {
        return models.of(filing.revision()).withdrawal();
    }

    /** @return the period of a report, the same in every language */
    public String period(Filing filing) {
        return models.of(filing.revision()).periodKind().code(filing.month());
    }
}
