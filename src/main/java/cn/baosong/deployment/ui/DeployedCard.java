package cn.baosong.deployment.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.engine.ModelDeployment;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What an accepted deployment added. */
final class DeployedCard extends Div {

    /** @param schemes that have a new revision by it */
    DeployedCard(ModelDeployment deployment, List<String> schemes) {
        var list = new UnorderedList();
        list.setId("deployed");
        deployment.definitions().stream()
                .filter(definition -> definition.kind() != ModelDeployment.Kind.REQUIREMENTS)
                .forEach(definition -> list.add(new ListItem(getTranslation(
                        "deployment.definition",
                        getTranslation("deployment.kind." + definition.kind()),
                        definition.name() == null ? definition.key() : definition.name(),
                        definition.version(),
                        definition.file()))));
        add(new Callout(Callout.Kind.OK, getTranslation("deployment.accepted"), list));
        if (schemes.isEmpty()) {
            return;
        }
        var links = new Div();
        links.addClassName("row-actions");
        schemes.forEach(scheme ->
                links.add(new Anchor("/revisions/" + scheme, getTranslation("deployment.carry-over", scheme))));
        var choice = new Callout(Callout.Kind.INFO, getTranslation("deployment.pinned"), links);
        choice.setId("carry-over-choice");
        add(choice);
    }
}
