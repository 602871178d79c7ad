package cn.baosong.registration.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.ui.Autosave;
import cn.baosong.form.ui.FormPane;
import cn.baosong.registration.Registration;
import cn.baosong.registration.RegistrationCheck;
import cn.baosong.registration.RegistrationStatus;
import cn.baosong.registration.Registrations;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;

/** The form to be filled in: 取消, 暂存, 提交审核 (REG-13, 35), saved as one types. */
class FillPanel extends Div {

    private final transient Registrations registrations;
    private final transient Registration registration;
    private final transient Texts texts;
    private final transient Runnable onMoved;
    private final FormPane pane;
    private final Autosave autosave;
    private final Div remarks = new Div();

    FillPanel(
            Registrations registrations,
            Registration registration,
            CodeLists codes,
            Texts texts,
            Clock clock,
            Runnable onMoved) {
        this.registrations = registrations;
        this.registration = registration;
        this.texts = texts;
        this.onMoved = onMoved;
        var draft = registrations.draft(registration.id());
        pane = new FormPane(
                registrations.form(registration),
                registrations.context(registration),
                codes,
                texts,
                getLocale(),
                draft.values());
        autosave = new Autosave(
                pane,
                draft,
                (changed, basis) -> registrations.keep(registration.id(), changed, basis),
                texts,
                getLocale(),
                clock);
        if (registration.status() == RegistrationStatus.RETURNED) {
            add(new Callout(Callout.Kind.BAD, getTranslation("registration.returned", registration.returnReason())));
        }
        add(remarks, new Card("", pane), actions());
    }

    private Div actions() {
        var cancel = new Button(getTranslation("registration.cancel"), click -> new CancelDialog(() -> {
                    registrations.cancel(registration.id());
                    Notices.done(getTranslation("registration.cancelled"));
                    onMoved.run();
                })
                .open());
        cancel.setId("cancel-registration");
        cancel.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        var save = new Button(getTranslation("registration.save"), click -> save());
        save.setId("save-registration");
        var submit = new Button(getTranslation("registration.submit"), click -> submit());
        submit.setId("submit-registration");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var spacer = new Span();
        spacer.addClassName("spacer");
        var bar = new Div(cancel, autosave, spacer, save, submit);
        bar.addClassName("action-bar");
        return bar;
    }

    /** 暂存: keeps what was typed and says what is wrong with it so far (REG-09). */
    private void save() {
        if (!autosave.saveNow()) {
            return;
        }
        var check = registrations.checkDraft(registration.id());
        show(check);
        if (check.passed()) {
            Notices.done(getTranslation("registration.saved.clean"));
        } else {
            Notices.refused(getTranslation(
                    "registration.saved.problems", check.problems().size()));
        }
    }

    private void submit() {
        if (!autosave.saveNow()) {
            return;
        }
        var check = registrations.submit(registration.id());
        if (check.passed()) {
            Notices.done(getTranslation("registration.submitted"));
            onMoved.run();
        } else {
            show(check);
            Notices.refused(getTranslation(
                    "registration.submit.problems", check.problems().size()));
        }
    }

    private void show(RegistrationCheck check) {
        pane.showProblems(check.problems());
        remarks.removeAll();
        if (!check.remarks().isEmpty()) {
            remarks.add(new Callout(Callout.Kind.WARN, getTranslation("registration.remarks"), list(check.remarks())));
        }
    }

    private UnorderedList list(List<FieldProblem> problems) {
        var list = new UnorderedList();
        problems.forEach(problem -> list.add(new ListItem(problem.message(texts, getLocale()))));
        return list;
    }
}
