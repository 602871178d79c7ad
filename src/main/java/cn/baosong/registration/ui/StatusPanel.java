package cn.baosong.registration.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.registration.Registration;
import cn.baosong.registration.RegistrationStatus;
import cn.baosong.registration.Registrations;
import cn.baosong.review.Verdict;
import cn.baosong.review.Wording;
import cn.baosong.review.ui.HistoryList;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** After submitting: where it waits, what happened, what was filed. */
class StatusPanel extends Div {

    StatusPanel(Registrations registrations, Registration registration, Component sheet, Runnable onMoved) {
        var columns = new Div(new Div(sheet), side(registrations, registration, onMoved));
        columns.addClassName("columns");
        add(headline(registrations, registration), columns);
    }

    private Component headline(Registrations registrations, Registration registration) {
        if (registration.status() == RegistrationStatus.APPROVED) {
            return new Callout(Callout.Kind.OK, getTranslation("registration.approved.text"));
        }
        var desk = registrations.waitsAt(registration.id()).orElse(getTranslation("registration.waiting.somewhere"));
        return new Callout(
                Callout.Kind.INFO, getTranslation("registration.waiting.text", desk, masked(registration.phone())));
    }

    private Component side(Registrations registrations, Registration registration, Runnable onMoved) {
        var side = new Div();
        var actions = registrations.reviewed(registration.id());
        if (!actions.isEmpty()) {
            side.add(new Card(
                    getTranslation("review.history"),
                    new HistoryList(actions.stream()
                            .map(action -> Verdict.ofDesk(action, Wording.APPROVE))
                            .toList())));
        }
        if (registration.status() == RegistrationStatus.UNDER_REVIEW) {
            var cancel = new Button(getTranslation("registration.cancel"), click -> new CancelDialog(() -> {
                        registrations.cancel(registration.id());
                        Notices.done(getTranslation("registration.cancelled"));
                        onMoved.run();
                    })
                    .open());
            cancel.setId("cancel-registration");
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
            cancel.setWidthFull();
            side.add(new Card("", cancel));
        }
        return side;
    }

    /** The middle of a phone number is nobody's business on a screen. */
    private static String masked(String phone) {
        return phone.length() < 8 ? phone : phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
