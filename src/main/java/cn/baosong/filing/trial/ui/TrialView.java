package cn.baosong.filing.trial.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.FileUpload;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.LiveProgress;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.engine.ModelDeployer;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRefused;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.trial.Trial;
import cn.baosong.filing.trial.Trials;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** 试运行: a check table over the reports of a past period, and which findings would appear and vanish. */
@Route("trial")
@RolesAllowed("PROCESS_OWNER")
class TrialView extends Div implements HasDynamicTitle {

    static final String TITLE = "filing.trial.title";
    private static final int SHOWN = 100;
    private static final FileUpload.Words WORDS = new FileUpload.Words(
            "filing.trial.upload",
            "filing.trial.upload.drop",
            "filing.trial.upload.type",
            "deployment.error.file-too-large");

    private final transient Trials trials;
    private final transient Texts texts;
    private final ComboBox<Scheme> scheme = new ComboBox<>();
    private final ComboBox<YearMonth> month = new ComboBox<>();
    private final ComboBox<SchemeRevision> revision = new ComboBox<>();
    private final LiveProgress progress = new LiveProgress(this::goOn);
    private final Div outcome = new Div();
    private transient Map<YearMonth, Integer> filed = Map.of();
    private transient Trial trial;

    TrialView(Trials trials, Texts texts) {
        this.trials = trials;
        this.texts = texts;
        outcome.setId("outcome");
        add(new PageHeader(getPageTitle(), getTranslation("filing.trial.sentence"), new HelpLink(HelpLink.WORKBENCH)));
        var schemes = trials.schemes();
        if (schemes.isEmpty()) {
            add(new EmptyState("…", getTranslation("workbench.none.title"), getTranslation("workbench.none.text")));
            return;
        }
        add(choices(schemes), outcome);
        scheme.setValue(schemes.get(0));
    }

    private Card choices(List<Scheme> schemes) {
        scheme.setId("scheme");
        scheme.setLabel(getTranslation("filing.trial.scheme"));
        scheme.setItemLabelGenerator(one -> one.title().in(getLocale()));
        scheme.setItems(schemes);
        scheme.addValueChangeListener(change -> offer());
        month.setId("month");
        month.setLabel(getTranslation("filing.trial.month"));
        month.setItemLabelGenerator(one -> getTranslation("filing.trial.month.filed", one.toString(), filed.get(one)));
        revision.setId("revision");
        revision.setLabel(getTranslation("filing.trial.revision"));
        revision.setItemLabelGenerator(
                one -> getTranslation("filing.trial.revision.one", one.number(), When.exact(one.createdAt())));
        var run = new Button(getTranslation("filing.trial.run"), click -> runRevision());
        run.setId("run");
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var fields = new Div(scheme, month, revision, run);
        fields.addClassName("filters");
        return new Card(
                getTranslation("filing.trial.card"),
                new Paragraph(getTranslation("filing.trial.card.sentence")),
                fields,
                upload());
    }

    private FileUpload upload() {
        return new FileUpload(FileUpload.Accepted.one(ModelDeployer.LARGEST_FILE, ".dmn"), WORDS, arrival -> {
            var file = new ModelFile(arrival.name(), arrival.content().readAllBytes());
            return () -> runFile(file);
        });
    }

    private void offer() {
        outcome.removeAll();
        trial = null;
        var chosen = scheme.getValue();
        filed = chosen == null ? Map.of() : trials.periods(chosen.key());
        month.setItems(List.copyOf(filed.keySet()));
        filed.keySet().stream().findFirst().ifPresent(month::setValue);
        var offered = chosen == null ? List.<SchemeRevision>of() : trials.revisions(chosen.key());
        revision.setItems(offered);
        offered.stream().findFirst().ifPresent(revision::setValue);
    }

    private void runRevision() {
        if (revision.getValue() == null) {
            Notices.refused(getTranslation("filing.trial.error.revision"));
            return;
        }
        run(() -> trials.begin(
                scheme.getValue().key(), month.getValue(), revision.getValue().id()));
    }

    private void runFile(ModelFile file) {
        run(() -> trials.begin(scheme.getValue().key(), month.getValue(), file));
    }

    private void run(Supplier<Trial> begin) {
        if (scheme.getValue() == null || month.getValue() == null) {
            Notices.refused(getTranslation("filing.trial.error.month"));
            return;
        }
        outcome.removeAll();
        trial = null;
        try {
            trial = begin.get();
            outcome.add(new Card("", progress));
            goOn();
        } catch (ModelRefused refused) {
            outcome.add(refusal(refused));
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
    }

    /** A portion at each look, so that a page that is left stops looking. */
    private void goOn() {
        if (trial == null) {
            progress.going(false);
            return;
        }
        try {
            var left = trials.advance(trial);
            progress.say(
                    getTranslation("filing.trial.going", trial.looked(), trial.all()), trial.looked(), trial.all());
            progress.going(left);
            if (!left) {
                outcome.removeAll();
                outcome.add(new TrialResult(trials, trial, getLocale()));
            }
        } catch (Problem problem) {
            progress.going(false);
            trial = null;
            outcome.removeAll();
            outcome.add(new Callout(Callout.Kind.BAD, texts.get(getLocale(), problem)));
        }
    }

    private Callout refusal(ModelRefused refused) {
        var list = new UnorderedList();
        refused.findings().stream().limit(SHOWN).forEach(finding -> {
            var arguments = finding.arguments().toArray();
            list.add(new ListItem(getTranslation(
                    "filing.trial.refused.line",
                    finding.elementId(),
                    texts.get(getLocale(), finding.key(), arguments),
                    texts.get(getLocale(), finding.remedyKey(), arguments))));
        });
        return new Callout(Callout.Kind.BAD, getTranslation("filing.trial.refused"), list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation(TITLE);
    }
}
