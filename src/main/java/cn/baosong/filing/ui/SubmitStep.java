package cn.baosong.filing.ui;

import cn.baosong.check.Severity;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingFinding;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator.Mode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;

/** 上报 (MON-27): what is still to be done, form by form, and what was explained. */
class SubmitStep extends Div {

    private final transient ReportTools tools;
    private final transient Filing filing;
    private final int step;
    private final transient StepHost host;
    private final Locale locale;

    /** @param strict what keeps the report from being submitted */
    SubmitStep(ReportTools tools, Filing filing, int step, FilingCheck strict, StepHost host, Locale locale) {
        this.tools = tools;
        this.filing = filing;
        this.step = step;
        this.host = host;
        this.locale = locale;
        build(strict);
    }

    private void build(FilingCheck check) {
        removeAll();
        var open = 0;
        var summary = new Div();
        summary.addClassName("report-summary");
        var forms = tools.views().forms(filing);
        for (int i = 0; i < forms.size(); i++) {
            open += form(summary, i, forms.get(i), i == forms.size() - 1, check);
        }
        var bar = new StepBar(() -> host.open(step - 1));
        var submit = bar.primary("submit-report", getTranslation("filing.fill.submit"), this::submit);
        submit.setDisableOnClick(true);
        submit.setEnabled(check.passed());
        var callout = check.passed()
                ? new Callout(
                        Callout.Kind.OK,
                        getTranslation(tools.names().withdrawal(filing).key("ready")))
                : new Callout(Callout.Kind.WARN, getTranslation("filing.fill.not-ready", open));
        callout.setId("readiness");
        add(callout, new Card(getTranslation("filing.fill.summary"), summary));
        explanations(check);
        add(bar);
    }

    /** @return how many things are open in this form */
    private int form(Div summary, int number, FormDefinition form, boolean last, FilingCheck check) {
        var id = form.id();
        var list = new UnorderedList();
        check.problemsOf(id)
                .forEach(problem ->
                        list.add(new ListItem(link(number, problem.path(), problem.message(tools.texts(), locale)))));
        check.findings().stream()
                .filter(finding -> id.equals(finding.form()) || last && finding.form() == null)
                .filter(FilingFinding::blocks)
                .forEach(finding -> list.add(new ListItem(link(
                        number,
                        finding.fields().isEmpty() ? null : finding.fields().get(0),
                        said(finding)))));
        var open = (int) list.getChildren().count();
        var title = new H3(tools.views().title(filing, form).in(locale));
        var state = new Span(getTranslation(open == 0 ? "filing.fill.summary.clean" : "filing.fill.step.open", open));
        state.addClassName(open == 0 ? "summary-clean" : "summary-open");
        title.add(new Span(" "), state);
        summary.add(title);
        if (open > 0) {
            summary.add(list);
        }
        return open;
    }

    private Button link(int number, String path, String words) {
        var button = new Button(words, click -> {
            if (path == null) {
                host.open(number);
            } else {
                host.open(number, path);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.addClassName("summary-link");
        return button;
    }

    private String said(FilingFinding finding) {
        var message = Texts.pick(locale, finding.message(), finding.messageEn());
        return finding.severity() == Severity.WARNING
                ? getTranslation("filing.fill.summary.unexplained", message)
                : message;
    }

    private void explanations(FilingCheck check) {
        var explained = check.findings().stream()
                .filter(finding -> finding.explanation() != null)
                .toList();
        if (explained.isEmpty()) {
            return;
        }
        var list = new Div();
        for (var finding : explained) {
            var text = new Paragraph(finding.explanation());
            text.addClassName("explanation");
            list.add(new Paragraph(Texts.pick(locale, finding.message(), finding.messageEn())), text);
            if (finding.verdict() != null) {
                list.add(new VerdictBadge(finding.verdict(), tools.texts(), locale));
            }
        }
        var card = new Card(getTranslation("filing.fill.explanations"), list);
        card.setId("explanations");
        add(card);
    }

    private void submit() {
        if (!tools.filings().changedKeyFields(filing.id()).isEmpty()) {
            build(tools.filings().check(filing.id(), Mode.SUBMIT));
            FreezeDialog.ask(tools, filing, host, locale);
            return;
        }
        FilingCheck check;
        try {
            check = tools.filings().submit(filing.id());
        } catch (Problem refused) {
            // Another window was faster: the page shows what stands now.
            Notices.refused(getTranslation(refused.key(), refused.arguments()));
            host.refresh();
            return;
        }
        if (check.passed()) {
            Notices.done(getTranslation("filing.fill.submitted", tools.names().of(filing, locale)));
            host.submitted();
        } else {
            build(check);
            Notices.refused(getTranslation("filing.error.check"));
        }
    }
}
