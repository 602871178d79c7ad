package cn.baosong.registration.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Steps;
import cn.baosong.common.ui.Steps.State;
import cn.baosong.common.ui.When;
import cn.baosong.registration.Registration;
import cn.baosong.registration.RegistrationStatus;
import java.time.Instant;
import java.util.Locale;

/** Where a registration stands: the steps behind it and ahead (REG-03). */
final class RegistrationGuide {

    private RegistrationGuide() {}

    /** @param registration null before it is opened */
    static Steps of(Registration registration, boolean phoneFirst, Texts texts, Locale locale) {
        var guide = new Steps();
        guide.step(State.DONE, texts.get(locale, "registration.step." + (phoneFirst ? "contact" : "account")), "");
        var status = registration == null ? RegistrationStatus.EDITING : registration.status();
        if (phoneFirst) {
            var coded = registration != null && registration.loginName() != null;
            guide.step(coded ? State.DONE : State.NOW, texts.get(locale, "registration.step.code"), "");
            if (!coded) {
                guide.step(State.AHEAD, texts.get(locale, "registration.step.fill"), "");
                return rest(guide, RegistrationStatus.EDITING, null, texts, locale);
            }
        }
        guide.step(
                status.editable() ? State.NOW : State.DONE,
                texts.get(locale, "registration.step.fill"),
                registration == null ? "" : exact(registration.submittedAt()));
        return rest(guide, status, registration, texts, locale);
    }

    private static Steps rest(
            Steps guide, RegistrationStatus status, Registration registration, Texts texts, Locale locale) {
        guide.step(
                switch (status) {
                    case UNDER_REVIEW -> State.NOW;
                    case RETURNED -> State.STOPPED;
                    case APPROVED -> State.DONE;
                    default -> State.AHEAD;
                },
                texts.get(
                        locale,
                        status == RegistrationStatus.RETURNED
                                ? "registration.status.RETURNED"
                                : "registration.step.review"),
                registration == null ? "" : exact(registration.decidedAt()));
        return guide.step(
                status == RegistrationStatus.APPROVED ? State.DONE : State.AHEAD,
                texts.get(locale, "registration.step.done"),
                "");
    }

    private static String exact(Instant instant) {
        return instant == null ? "" : When.exact(instant);
    }
}
