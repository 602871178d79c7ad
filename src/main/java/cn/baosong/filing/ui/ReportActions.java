package cn.baosong.filing.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.common.ui.When;
import cn.baosong.filing.FilingAction;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.Filings;
import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.ReportNames;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an enterprise can do with one report, as links; the page is drawn anew after each. */
final class ReportActions {

    private static final int LONGEST_REASON = 150;

    private final Filings filings;
    private final FilingHistory history;
    private final ReportNames names;
    private final Texts texts;
    private final Locale locale;
    private final Runnable refresh;

    ReportActions(
            Filings filings, FilingHistory history, ReportNames names, Texts texts, Locale locale, Runnable refresh) {
        this.filings = filings;
        this.history = history;
        this.names = names;
        this.texts = texts;
        this.locale = locale;
        this.refresh = refresh;
    }

    /** @param withView whether 查看 is among them */
    List<Component> of(HistoryLine line, boolean withView) {
        var actions = new ArrayList<Component>();
        for (var action : FilingAction.values()) {
            if (line.can(action) && (withView || action != FilingAction.VIEW)) {
                actions.add(link(line, action));
            }
        }
        if (line.request() != null) {
            var asked = new Span(texts.get(
                    locale,
                    "filing.history.asked",
                    When.exact(line.request().askedAt()),
                    line.request().reason()));
            asked.addClassName("muted");
            actions.add(asked);
        }
        return actions;
    }

    private Component link(HistoryLine line, FilingAction action) {
        var word = texts.get(locale, said(line, action));
        var link = new NativeButton(word, click -> act(line, action));
        link.addClassName("link");
        link.setId(action.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + line.task().anchor());
        link.setAriaLabel(word + " " + name(line));
        return link;
    }

    private String said(HistoryLine line, FilingAction action) {
        return action == FilingAction.WITHDRAW
                ? names.withdrawal(line.filing()).key("action")
                : "filing.history.action." + action;
    }

    private String name(HistoryLine line) {
        return names.of(line.task(), locale);
    }

    private void act(HistoryLine line, FilingAction action) {
        switch (action) {
            case EDIT, FILL_LATE, CONTINUE -> open(FilingPages.fill(line.task()));
            case VIEW -> open(FilingPages.view(line.task()));
            case WITHDRAW -> askToWithdraw(line);
            case REQUEST_RETURN ->
                new ReasonDialog(
                                texts.get(locale, "filing.history.request.title", name(line)),
                                texts.get(locale, "filing.history.action.REQUEST_RETURN"),
                                LONGEST_REASON,
                                List.of(),
                                reason -> attempt(
                                        () -> history.requestReturn(
                                                line.filing().id(), reason),
                                        "filing.history.requested"))
                        .open();
            case RETURN_REASON ->
                tell(
                        texts.get(locale, "filing.history.reason.title", name(line)),
                        line.filing().returnReason(),
                        null);
            case CHANGE_REASON ->
                tell(
                        texts.get(locale, "filing.history.change.title", name(line)),
                        line.change().reason(),
                        () -> open(FilingPages.fill(line.task())));
        }
    }

    private void askToWithdraw(HistoryLine line) {
        var wording = names.withdrawal(line.filing());
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.get(locale, wording.key("title"), name(line)));
        dialog.setMaxWidth("460px");
        dialog.add(new Paragraph(texts.get(locale, wording.key("text"))));
        var confirm = new Button(texts.get(locale, wording.key("action")), click -> {
            dialog.close();
            attempt(() -> filings.withdraw(line.filing().id()), wording.key("done"));
        });
        confirm.setId("confirm-withdraw");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(new Button(texts.get(locale, "common.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }

    /** @param onward where 确定 leads; null: only closes */
    private void tell(String title, String reason, Runnable onward) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setMaxWidth("520px");
        dialog.add(new Paragraph(reason == null ? "" : reason));
        var close = new Button(
                texts.get(locale, onward == null ? "filing.history.close" : "filing.history.onward"), click -> {
                    dialog.close();
                    if (onward != null) {
                        onward.run();
                    }
                });
        close.setId("reason-read");
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.open();
    }

    /** Whoever was quicker has won: the loser reads why, and sees how things stand now. */
    private void attempt(Runnable act, String done) {
        try {
            act.run();
            Notices.done(texts.get(locale, done));
        } catch (Problem problem) {
            Notices.refused(texts.get(locale, problem));
        }
        refresh.run();
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
    }
}
