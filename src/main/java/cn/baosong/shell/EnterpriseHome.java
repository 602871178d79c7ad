package cn.baosong.shell;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.ui.FilingPosition;
import cn.baosong.filing.ui.HomeModules;
import cn.baosong.filing.ui.HomeMonths;
import cn.baosong.notice.ui.NoticePages;
import cn.baosong.registration.ui.RegistrationPages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an enterprise sees first: its registration while that is on its way, itself afterwards. */
@org.springframework.stereotype.Component
class EnterpriseHome {

    private final Enterprises enterprises;
    private final RegistrationPages registration;
    private final NoticePages notices;
    private final HomeModules modules;
    private final HomeMonths months;
    private final FilingPosition position;
    private final Periods periods;
    private final HelpCards help;
    private final CodeLists codes;
    private final Texts texts;

    EnterpriseHome(
            Enterprises enterprises,
            RegistrationPages registration,
            NoticePages notices,
            HomeModules modules,
            HomeMonths months,
            FilingPosition position,
            Periods periods,
            HelpCards help,
            CodeLists codes,
            Texts texts) {
        this.enterprises = enterprises;
        this.registration = registration;
        this.notices = notices;
        this.modules = modules;
        this.months = months;
        this.position = position;
        this.periods = periods;
        this.help = help;
        this.codes = codes;
        this.texts = texts;
    }

    Component build(SignedIn me, Locale locale) {
        var own = enterprises
                .ofAccount(me.accountId())
                .map(enterprise -> months(me, enterprise, locale))
                .orElseGet(() -> registration.card(locale));
        return new Div(own, notices.areas(locale), help.build(locale));
    }

    /** Its tasks, its reports and where the current one is, once it may file; itself at the end. */
    private Component months(SignedIn me, Enterprise enterprise, Locale locale) {
        if (!me.has(Role.ENTERPRISE)) {
            return facts(enterprise, locale);
        }
        var home = new Div();
        modules.card(locale).ifPresent(home::add);
        home.add(
                months.card(locale),
                position.card(ReportTask.monthly(periods.current()), locale),
                facts(enterprise, locale));
        return home;
    }

    private Component facts(Enterprise enterprise, Locale locale) {
        var card = new Card(texts.get(locale, "shell.home.enterprise"));
        card.add(fact("shell.home.enterprise.code", enterprise.code(), locale));
        card.add(fact(
                "shell.home.enterprise.region",
                codes.path("region", enterprise.region()).stream()
                        .map(entry -> entry.name(locale))
                        .collect(Collectors.joining(" → ")),
                locale));
        card.add(fact(
                "shell.home.enterprise.scale", texts.get(locale, "enterprise.scale." + enterprise.scale()), locale));
        card.add(fact("shell.home.enterprise.since", When.exact(enterprise.createdAt()), locale));
        card.add(fact(
                "shell.home.direct-desk", enterprises.directDesk(enterprise).name(), locale));
        return card.trailing(registration.profileLink(locale));
    }

    private Component fact(String label, String value, Locale locale) {
        var name = new Span(texts.get(locale, label));
        name.addClassName("muted");
        var line = new Div(name, new Span(value));
        line.addClassName("fact");
        return line;
    }
}
