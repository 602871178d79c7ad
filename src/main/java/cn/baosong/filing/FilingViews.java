package cn.baosong.filing;

import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What pages need to draw the forms of a report; asks for no role, the service that hands out the report does. */
@Component
public class FilingViews {

    private final FilingModels models;
    private final FilingScenes scenes;
    private final FilingDrafts drafts;

    FilingViews(FilingModels models, FilingScenes scenes, FilingDrafts drafts) {
        this.models = models;
        this.scenes = scenes;
        this.drafts = drafts;
    }

    /** @return the forms in the order of the steps */
    public List<FormDefinition> forms(Filing filing) {
        return models.of(filing.revision()).forms();
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

    /** @param values by form, as submitted; @return what the form sees of them */
    public FormContext context(Filing filing, FormDefinition form, Map<String, Map<String, Object>> values) {
        var scene = scenes.of(filing);
        return scene.context(
                form, values.getOrDefault(scene.model().enterpriseForm().id(), Map.of()));
    }

    /** @return the form that describes the enterprise */
    public FormDefinition enterpriseForm(Filing filing) {
        return models.of(filing.revision()).enterpriseForm();
    }
}
