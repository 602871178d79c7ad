package cn.baosong.deployment.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.FileUpload;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.deployment.DeploymentSettings;
import cn.baosong.deployment.Deployments;
import cn.baosong.deployment.Refusal;
import cn.baosong.engine.ModelDeployer;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRefused;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.TreeMap;

/** 部署: files chosen together go out together, or none of them does. What was chosen stays after a refusal. */
@Route("deploy")
@RolesAllowed("PROCESS_OWNER")
class DeployView extends Div implements HasDynamicTitle {

    private static final FileUpload.Words WORDS = new FileUpload.Words(
            "deployment.upload.choose",
            "deployment.upload.drop",
            "deployment.upload.type",
            "deployment.error.file-too-large");

    static final String TITLE = "deployment.title";

    private final transient Deployments deployments;
    private final transient DeploymentSettings settings;
    private final transient Texts texts;
    private final transient TreeMap<String, ModelFile> chosen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final UnorderedList list = new UnorderedList();
    private final Div outcome = new Div();
    private final Button deploy;

    DeployView(Deployments deployments, DeploymentSettings settings, Texts texts) {
        this.deployments = deployments;
        this.settings = settings;
        this.texts = texts;
        list.setId("chosen");
        list.addClassName("entries");
        outcome.setId("outcome");
        deploy = new Button(getTranslation("deployment.deploy"), click -> deploy());
        deploy.setId("deploy");
        deploy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var clear = new Button(getTranslation("deployment.clear"), click -> {
            chosen.clear();
            outcome.removeAll();
            show();
        });
        clear.setId("clear");
        var actions = new Div(clear, deploy);
        actions.addClassName("card-actions");
        add(
                new PageHeader(
                        getPageTitle(),
                        getTranslation("deployment.sentence"),
                        new HelpLink(HelpLink.MODELING),
                        new HelpLink(HelpLink.WORKBENCH)),
                new Card(
                        getTranslation("deployment.files"),
                        new Paragraph(getTranslation("deployment.files.sentence")),
                        upload(),
                        list,
                        actions),
                outcome);
        show();
    }

    private FileUpload upload() {
        return new FileUpload(
                FileUpload.Accepted.several(ModelDeployer.LARGEST_FILE, ".bpmn", ".dmn", ".form"), WORDS, arrival -> {
                    var file = new ModelFile(arrival.name(), arrival.content().readAllBytes());
                    return () -> choose(file);
                });
    }

    private void choose(ModelFile file) {
        if (chosen.size() >= ModelDeployer.MOST_FILES && !chosen.containsKey(file.name())) {
            Notices.refused(getTranslation("deployment.error.many", ModelDeployer.MOST_FILES));
            return;
        }
        // The same name again is the same file, saved once more.
        chosen.put(file.name(), file);
        show();
    }

    private void show() {
        list.removeAll();
        chosen.values().forEach(file -> list.add(item(file)));
        deploy.setEnabled(!chosen.isEmpty());
    }

    private ListItem item(ModelFile file) {
        var name = new Span(file.name());
        name.addClassName("entry-title");
        var size = new Div(getTranslation("deployment.size", Math.max(1, file.content().length / 1024)));
        size.addClassName("entry-facts");
        var text = new Div(name, size);
        text.addClassName("entry-text");
        var remove = new Button(getTranslation("deployment.remove"), click -> {
            chosen.remove(file.name());
            show();
        });
        remove.setAriaLabel(getTranslation("deployment.remove.what", file.name()));
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return new ListItem(text, remove);
    }

    private void deploy() {
        outcome.removeAll();
        var files = List.copyOf(chosen.values());
        try {
            var deployment = deployments.deploy(
                    files, getTranslation("deployment.name"), getTranslation("deployment.source"), false);
            chosen.clear();
            show();
            outcome.add(new DeployedCard(deployment, deployments.schemes(deployment)));
            var hints = deployments.hints(files);
            if (!hints.isEmpty()) {
                outcome.add(new HintsCard(
                        Refusal.lines(hints, settings.findingsShown(), texts, getLocale()), hints.size()));
            }
            Notices.done(getTranslation("deployment.done"));
        } catch (ModelRefused refused) {
            outcome.add(new RefusalCard(
                    Refusal.of(refused, settings.findingsShown(), texts, getLocale()),
                    refused.findings().size()));
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation(TITLE);
    }
}
