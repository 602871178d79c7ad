package cn.baosong.registration;

import cn.baosong.account.Accounts;
import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.form.Bilingual;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import cn.baosong.review.ReviewRecord;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells of a registration whom the model names, by the ways it names (REG-11, 12, 39; CON-01): properties
 * {@code recipient}, {@code channel} and {@code template} of the step.
 */
@Component
class RegistrationNotices {

    private static final String ENTERPRISE_PAGE = "/registration";
    private static final String DESK_PAGE = "/reviews/registration";

    private final Accounts accounts;
    private final Notifier notifier;
    private final Outbox outbox;
    private final Desks desks;
    private final DeskTitles titles;
    private final ReviewRecord reviews;

    RegistrationNotices(
            Accounts accounts, Notifier notifier, Outbox outbox, Desks desks, DeskTitles titles, ReviewRecord reviews) {
        this.accounts = accounts;
        this.notifier = notifier;
        this.outbox = outbox;
        this.desks = desks;
        this.titles = titles;
        this.reviews = reviews;
    }

    void tell(Step step, Registration registration) {
        var ways = Way.among(step.setting(RegistrationProcess.CHANNEL));
        if (ways.isEmpty()) {
            return;
        }
        var template = step.setting(RegistrationProcess.TEMPLATE);
        if (RegistrationProcess.DESK.equals(step.setting(RegistrationProcess.RECIPIENT))) {
            var desk = desks.direct(registration.region());
            desks.heldToday(desk.id())
                    .forEach(holder -> notifier.tell(holder, ways, template, DESK_PAGE, said(registration)));
        } else if (!toldPassword(registration, ways, template)) {
            tellEnterprise(registration, ways, template);
        }
    }

    /** Somebody whose account was made with the approval gets the random password with it. */
    private boolean toldPassword(Registration registration, Set<Way> ways, String template) {
        if (!ways.contains(Way.SMS)
                || registration.status() != RegistrationStatus.APPROVED
                || registration.loginName() == null) {
            return false;
        }
        var account = accounts.find(registration.account())
                .filter(made -> made.mustChangePassword())
                .orElse(null);
        if (account == null) {
            return false;
        }
        var password = accounts.issueRandomPassword(account.id());
        outbox.send(Message.sms(
                registration.phone(),
                template + "-password",
                account.locale(),
                registration.name(),
                account.loginName(),
                password,
                decidedBy(registration).in(account.locale())));
        return true;
    }

    private void tellEnterprise(Registration registration, Set<Way> ways, String template) {
        if (registration.account() != null) {
            notifier.tell(registration.account(), ways, template, ENTERPRISE_PAGE, said(registration));
        } else if (ways.contains(Way.SMS)) {
            outbox.send(Message.sms(
                    registration.phone(), template, Texts.CHINESE, Notifier.said(Texts.CHINESE, said(registration))));
        }
    }

    private Object[] said(Registration registration) {
        var reason = registration.returnReason() == null ? "" : registration.returnReason();
        return new Object[] {registration.name(), reason, decidedBy(registration)};
    }

    /** The desk that decided; where nobody has, the one that is to. */
    private Bilingual decidedBy(Registration registration) {
        return reviews.decidedSince(registration.id(), RegistrationSubjects.KIND, registration.submittedAt())
                .map(action -> titles.of(action.desk()))
                .orElseGet(() -> titles.of(desks.direct(registration.region())));
    }
}
