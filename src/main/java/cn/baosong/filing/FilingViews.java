package cn.baosong.filing;

import cn.baosong.form.Bilingual;
import cn.baosong.form.Draft;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What pages need to draw the forms of a report; asks for no role, the service that hands out the report does. */
@Component
public class FilingViews {

    private final FilingModels models;
    private final FilingScenes scenes;
    private final FilingDrafts drafts;
    private final PriorReports prior;

    FilingViews(FilingModels models, FilingScenes scenes, FilingDrafts drafts, PriorReports prior) {
        this.models = models;
        this.scenes = scenes;
        this.drafts = drafts;
        this.prior = prior;
    }

    /** @return the forms in the order of the steps */
    public List<FormDefinition> forms(Filing filing) {
        return models.of(filing.revision()).forms();
    }

    /** @return how long its period is */
    public PeriodKind kind(Filing filing) {
        return models.of(filing.revision()).periodKind();
    }

    /** @return what the scheme of the report is called */
    public Bilingual title(Filing filing) {
        return models.of(filing.revision()).title();
    }

    /** @return what a form of the report is called */
    public Bilingual title(Filing filing, FormDefinition form) {
        return models.of(filing.revision()).titles().get(form.id());
    }

    /** @return what a value was called in the form it was typed into */
    public Bilingual name(SetAside aside) {
        return models.of(aside.revision())
                .form(aside.form())
                .flatMap(form -> form.find(aside.path()))
                .map(FormComponent::name)
                .orElse(new Bilingual(aside.path(), null));
    }

    /** @return what the form sees while it is filled in, given what lies in the drafts */
    public FormContext draftContext(Filing filing, FormDefinition form) {
        var scene = scenes.of(filing);
        return scene.context(form, drafts.of(filing, scene.model().enterpriseForm()));
    }

    /** @return what was typed so far into one form, flat by path */
    public Map<String, Object> draft(Filing filing, FormDefinition form) {
        return drafts.of(filing, form);
    }

    /** @return the same as a window opens it, to be saved beside other windows */
    public Draft opened(Filing filing, FormDefinition form) {
        return drafts.stored(filing, form);
    }

    /** @return paths that bear a star because the check table demands them (CON-10) */
    public Set<String> required(Filing filing) {
        return models.of(filing.revision()).checks().required();
    }

    /** @return values of last month's accepted report, by form, flat by path; empty where there is none (MON-46) */
    public Map<String, Map<String, Object>> previous(Filing filing) {
        return prior.previous(filing).map(Filing::values).orElse(Map.of());
    }

    /** @return values of last year's accepted report of the same month, as {@link #previous} */
    public Map<String, Map<String, Object>> lastYear(Filing filing) {
        return prior.lastYear(filing).map(Filing::values).orElse(Map.of());
    }

    /** @return whether figures that count from January begin anew with this period; those of a year have no such start */
    public boolean beginsAnew(Filing filing) {
        return filing.month().getMonth() == Month.JANUARY
                && models.of(filing.revision()).periodKind() != PeriodKind.YEAR;
    }

    /** @return what the report is compared with, both in one */
    public Priors priors(Filing filing) {
        return prior.of(filing);
    }

    /** @return how far the report is reviewed: the setting {@code chainEnd} of its scheme, null where it has none */
    public String chainEnd(Filing filing) {
        return models.of(filing.revision()).chainEnd();
    }

    /** @return what every form of the report sees of what was submitted, by id of the form */
    public Map<String, FormContext> contexts(Filing filing, Priors priors) {
        var scene = scenes.of(filing, priors);
        var enterprise =
                filing.values().getOrDefault(scene.model().enterpriseForm().id(), Map.of());
        return scene.model().forms().stream()
                .collect(Collectors.toMap(FormDefinition::id, form -> scene.context(form, enterprise)));
    }

    /** @param values by form, as submitted; @return what the form sees of them */
    public FormContext context(Filing filing, FormDefinition form, Map<String, Map<String, Object>> values) {
        var scene = scenes.of(filing);
        return scene.context(
                form, values.getOrDefault(scene.model().enterpriseForm().id(), Map.of()));
    }

    /**
     * @param month the first of the period
     * @param enterprise values of the form that describes it, flat by path
     * @return what a form of a revision sees of a report of nobody in particular, before which there was none
     */
    public FormContext blankContext(
            UUID revision, YearMonth month, FormDefinition form, Map<String, Object> enterprise) {
        return scenes.blank(month, revision).context(form, enterprise);
    }

    /** @return the form that describes the enterprise */
    public FormDefinition enterpriseForm(Filing filing) {
        return models.of(filing.revision()).enterpriseForm();
    }
}
