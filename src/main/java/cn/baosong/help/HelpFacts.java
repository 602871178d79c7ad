package cn.baosong.help;

import cn.baosong.account.AccountSettings;
import cn.baosong.common.Texts;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.Periods;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the documents say that is a setting: of the report's model, of accounts, of the service. */
@Component
class HelpFacts {

    private static final String DEFAULT_DUE_DAY = "20";

    private final FilingModels models;
    private final Periods periods;
    private final AccountSettings accounts;
    private final ServiceSettings service;
    private final Texts texts;

    HelpFacts(FilingModels models, Periods periods, AccountSettings accounts, ServiceSettings service, Texts texts) {
        this.models = models;
        this.periods = periods;
        this.accounts = accounts;
        this.service = service;
        this.texts = texts;
    }

    /** @return by the name that stands between {@code {{}}} */
    Map<String, String> in(Locale locale) {
        var revision = models.newest(FilingProcess.MONTHLY_REPORT, periods.current());
        var facts = new LinkedHashMap<String, String>();
        facts.put("month", periods.current().toString());
        facts.put("dueDay", revision.setting(FilingProcess.DUE_DAY).orElse(DEFAULT_DUE_DAY));
        facts.put("firstPeriod", revision.setting(FilingProcess.FIRST_PERIOD).orElse(facts.get("month")));
        facts.put(
                "closing",
                revision.setting(FilingProcess.CLOSES_AFTER_MONTHS)
                        .filter(months -> !months.isBlank())
                        .map(months -> texts.get(locale, "help.fact.closing", months))
                        .orElseGet(() -> texts.get(locale, "help.fact.closing.never")));
        facts.put(
                "approvedAfter",
                revision.setting(FilingProcess.APPROVED_AFTER)
                        .map(after ->
                                texts.get(locale, "help.fact.approved-after", words(Duration.parse(after), locale)))
                        .orElseGet(() -> texts.get(locale, "help.fact.approved-after.never")));
        facts.put("remindedAtOnce", most(revision, FilingProcess.REMINDED_AT_ONCE, locale));
        facts.put("unreportedInBook", most(revision, FilingProcess.UNREPORTED_IN_BOOK, locale));
        facts.put("codeMinutes", Long.toString(accounts.codeLifetime().toMinutes()));
        facts.put("activation", words(accounts.activationLifetime(), locale));
        facts.put("service", service(locale));
        return facts;
    }

    private String most(SchemeRevision revision, String setting, Locale locale) {
        var most = revision.most(setting);
        return most == Integer.MAX_VALUE
                ? texts.get(locale, "help.fact.no-limit")
                : texts.get(locale, "help.fact.at-most", Integer.toString(most));
    }

    private String service(Locale locale) {
        if (accounts.hotline().isBlank()) {
            return texts.get(locale, "help.fact.no-hotline");
        }
        var hours = service.hours(locale);
        return hours.isBlank() ? accounts.hotline() : texts.get(locale, "help.fact.service", accounts.hotline(), hours);
    }

    private String words(Duration duration, Locale locale) {
        if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return texts.get(locale, "help.fact.days", duration.toDays());
        }
        return duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))
                ? texts.get(locale, "help.fact.hours", duration.toHours())
                : texts.get(locale, "help.fact.minutes", duration.toMinutes());
    }
}
