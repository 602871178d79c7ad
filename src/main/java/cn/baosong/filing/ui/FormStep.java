package cn.baosong.filing.ui;

import cn.baosong.check.Severity;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingFinding;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.form.ui.Autosave;
import cn.baosong.form.ui.Comparison;
import cn.baosong.form.ui.FindingLine;
import cn.baosong.form.ui.FormPane;
import cn.baosong.form.ui.KeptTyping;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One form of a report to be filled in: 保存, 上一步, 下一步 (MON-12 to 15, 30, 31, 45). */
class FormStep extends Div {

    private final transient ReportTools tools;
    private final transient Filing filing;
    private final transient FormDefinition form;
    private final int step;
    private final boolean enterpriseForm;
    private final boolean last;
    private final transient StepHost host;
    private final transient Map<String, String> suggested;
    private final FormPane pane;
    private final Autosave autosave;
    private final Div remarks = new Div();
    private final Locale locale;
    private transient Mode mode = Mode.SAVE;

    /** @param loose what the checks say of what is filled in so far */
    FormStep(ReportTools tools, Filing filing, int step, FilingCheck loose, StepHost host, Locale locale) {
        var forms = tools.views().forms(filing);
        this.tools = tools;
        this.filing = filing;
        this.form = forms.get(step);
        this.step = step;
        this.enterpriseForm =
                form.id().equals(tools.views().enterpriseForm(filing).id());
        this.last = step == forms.size() - 1;
        this.host = host;
        this.locale = locale;
        this.suggested = tools.filings().suggestedExplanations(filing.id());
        var opened = tools.views().opened(filing, form);
        pane = new FormPane(
                form, tools.views().draftContext(filing, form), tools.codes(), tools.texts(), locale, opened.values());
        pane.star(tools.views().required(filing));
        pane.compare(others());
        autosave = new Autosave(
                pane,
                opened,
                (changed, basis) -> tools.filings().keep(filing.id(), form.id(), changed, basis),
                tools.texts(),
                locale,
                tools.clock());
        autosave.onSaved(paths -> show(check()));
        var kept = new KeptTyping(
                pane,
                autosave,
                tools.user().requireAccount().toString(),
                filing.id().toString(),
                tools.texts(),
                locale);
        remarks.setId("remarks");
        add(remarks, new Card("", kept, pane), actions());
        show(loose);
    }

    private StepBar actions() {
        var bar = new StepBar(step == 0 ? null : this::back, autosave);
        ProductLookup.list(form)
                .ifPresent(list -> bar.action("lookup", getTranslation("filing.fill.lookup"), () -> new ProductLookup(
                                tools.products(), pane, list)
                        .open()));
        bar.action("save", getTranslation("common.save"), this::save);
        bar.primary("next", getTranslation("filing.fill.next"), this::next);
        return bar;
    }

    private List<Comparison> others() {
        var others = new ArrayList<Comparison>();
        var kind = tools.views().kind(filing);
        var previous = tools.views().previous(filing).get(form.id());
        if (previous != null) {
            others.add(new Comparison(said(kind.key("filing.fill.compare.previous.")), previous));
        }
        var lastYear = tools.views().lastYear(filing).get(form.id());
        if (lastYear != null && !kind.yearly()) {
            others.add(new Comparison(said(kind.key("filing.fill.compare.last-year.")), lastYear));
        }
        return others;
    }

    private Bilingual said(String key) {
        return new Bilingual(tools.texts().get(locale, key), null);
    }

    /** Shows everything that keeps this form from being submitted, and goes to the field of this path. */
    FormStep at(String path) {
        mode = Mode.SUBMIT;
        var check = check();
        show(check);
        pane.showProblems(check.problemsOf(form.id()));
        pane.goTo(path);
        return this;
    }

    /** Saves what waits. @return whether the page may be left */
    boolean leave() {
        return autosave.saveNow();
    }

    private void back() {
        if (leave()) {
            host.open(step - 1);
        }
    }

    /** 保存: says what is wrong so far, of the rules only those that must hold (MON-30, 45). */
    private void save() {
        if (!autosave.saveNow()) {
            return;
        }
        mode = Mode.SAVE;
        remarks.removeAll();
        var check = check();
        pane.showProblems(check.problemsOf(form.id()));
        show(check);
        var wrong = check.problemsOf(form.id()).size()
                + found(check).stream()
                        .filter(finding -> finding.severity() == Severity.MANDATORY)
                        .count();
        if (wrong == 0) {
            Notices.done(getTranslation("filing.fill.saved"));
        } else {
            remark("filing.fill.saved.problems", wrong);
        }
    }

    /** 下一步: every rule of this form; a warning needs its explanation (MON-13, 14, 31, 45). */
    private void next() {
        if (!autosave.saveNow()) {
            return;
        }
        mode = Mode.SUBMIT;
        remarks.removeAll();
        var check = check();
        pane.showProblems(check.problemsOf(form.id()));
        show(check);
        var open = found(check).stream().filter(FilingFinding::blocks).toList();
        if (check.problemsOf(form.id()).isEmpty() && open.isEmpty()) {
            goOn();
            return;
        }
        remark("filing.fill.next.problems", check.problemsOf(form.id()).size() + open.size());
        if (open.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)) {
            remarks.add(new Callout(Callout.Kind.WARN, getTranslation("filing.fill.explain")));
        }
    }

    /** Stands above the form, and goes with it. */
    private void remark(String key, Object count) {
        remarks.add(new Callout(Callout.Kind.BAD, getTranslation(key, count)));
    }

    private void goOn() {
        if (enterpriseForm && !tools.filings().changedKeyFields(filing.id()).isEmpty()) {
            FreezeDialog.ask(tools, filing, host, locale);
        } else {
            host.open(step + 1);
        }
    }

    /**
     * Keeps the words at once, also while a figure waits for a choice between two windows: they answer the finding that is
     * shown, which is about what is stored.
     */
    private void explain(String rule, String text) {
        autosave.saveNow();
        tools.filings().explain(filing.id(), rule, text);
        show(check());
    }

    private FilingCheck check() {
        return tools.filings().check(filing.id(), mode);
    }

    private void show(FilingCheck check) {
        pane.showFindings(found(check).stream().map(this::line).toList(), this::explain);
        if (check.problemsOf(form.id()).isEmpty() && found(check).stream().noneMatch(FilingFinding::blocks)) {
            remarks.removeAll();
        }
    }

    /** What is about no single form stands with the last one. */
    private List<FilingFinding> found(FilingCheck check) {
        return check.findings().stream()
                .filter(finding -> form.id().equals(finding.form()) || last && finding.form() == null)
                .toList();
    }

    private FindingLine line(FilingFinding finding) {
        return new FindingLine(
                finding.rule(),
                finding.fields().isEmpty() ? null : finding.fields().get(0),
                FindingLine.Severity.valueOf(finding.severity().name()),
                new Bilingual(finding.message(), finding.messageEn()),
                finding.explanation(),
                finding.explanation() != null,
                suggested.get(finding.rule()));
    }
}
