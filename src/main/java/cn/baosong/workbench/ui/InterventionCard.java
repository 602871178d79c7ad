package cn.baosong.workbench.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.When;
import cn.baosong.workbench.Intervention;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Who did what to running processes, when and why; the newest first. */
final class InterventionCard extends Div {

    InterventionCard(String title, String none, List<Intervention> interventions) {
        var card = new Card(title);
        add(card);
        setId("interventions-card");
        if (interventions.isEmpty()) {
            card.add(new Paragraph(none));
            return;
        }
        var table = new ModelTable(
                "interventions",
                getTranslation("workbench.models.at"),
                getTranslation("workbench.models.who"),
                getTranslation("workbench.models.what"),
                getTranslation("workbench.models.about"),
                getTranslation("workbench.models.why"));
        interventions.forEach(done -> table.row(
                ModelTable.text(When.exact(done.at())),
                ModelTable.text(done.actor()),
                ModelTable.text(getTranslation("workbench.models.done." + done.kind(), done.affected())),
                done.instance() == null
                        ? ModelTable.text(getTranslation("workbench.version", done.version()))
                        : new RouterLink(done.instance(), InstanceView.class, InstanceView.of(done.instance())),
                ModelTable.text(done.reason())));
        card.add(table);
    }
}
