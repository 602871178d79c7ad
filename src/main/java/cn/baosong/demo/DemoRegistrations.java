package cn.baosong.demo;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.Verification;
import cn.baosong.common.Texts;
import cn.baosong.registration.Registration;
import cn.baosong.registration.Registrations;
import cn.baosong.review.Reviews;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registrations of the demo world, filled in and decided as people would. */
@Component
@Profile("demo")
class DemoRegistrations {

    private static final String KIND = "registration";

    private final Accounts accounts;
    private final Registrations registrations;
    private final Reviews reviews;
    private final Stage stage;

    DemoRegistrations(Accounts accounts, Registrations registrations, Reviews reviews, Stage stage) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.reviews = reviews;
        this.stage = stage;
    }

    /** Makes an account everybody knows the password of, and brings the registration as far as its state says. */
    void play(DemoEnterprise enterprise) {
        play(
                enterprise,
                accounts.create(
                        enterprise.login(),
                        DemoCast.PASSWORD,
                        enterprise.phone(),
                        enterprise.name(),
                        Set.of(Role.APPLICANT),
                        Texts.CHINESE));
    }

    /**
     * As {@link #play(DemoEnterprise)} for one of many, with an account of the old platform: a password is costly to hash, and
     * nobody asks for these; an owner recovers by SMS.
     */
    void playOneOfMany(DemoEnterprise enterprise) {
        play(
                enterprise,
                accounts.takeOver(
                        enterprise.login(),
                        enterprise.phone(),
                        null,
                        enterprise.name(),
                        Set.of(Role.APPLICANT),
                        Texts.CHINESE));
    }

    private void play(DemoEnterprise enterprise, Account account) {
        if (enterprise.state().equals("none")) {
            return;
        }
        var registration = stage.as(enterprise.login(), () -> {
            var opened = registrations.open();
            registrations.keep(opened.id(), enterprise.values());
            return opened;
        });
        switch (enterprise.state()) {
            case "waiting" -> submit(enterprise, registration);
            case "returned" -> {
                submit(enterprise, registration);
                stage.as(
                        reviewer(enterprise), () -> reviews.sendBack(KIND, registration.id(), "企业名称与营业执照不一致，请核对后重新提交"));
            }
            case "approved" -> {
                submit(enterprise, registration);
                stage.as(reviewer(enterprise), () -> reviews.accept(KIND, registration.id()));
                accounts.verified(account.id(), Verification.LEGAL_PERSON, enterprise.code());
            }
            case "cancelled" -> stage.as(enterprise.login(), () -> registrations.cancel(registration.id()));
            default -> {
                // Goes on filling in.
            }
        }
    }

    private void submit(DemoEnterprise enterprise, Registration registration) {
        var check = stage.as(enterprise.login(), () -> registrations.submit(registration.id()));
        if (!check.passed()) {
            throw new IllegalStateException(enterprise.login() + " cannot be submitted: " + check.problems());
        }
    }

    private static String reviewer(DemoEnterprise enterprise) {
        return enterprise.region().startsWith("3302") ? "haishu01" : "yuhang01";
    }
}
