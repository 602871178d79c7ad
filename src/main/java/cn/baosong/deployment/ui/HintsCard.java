package cn.baosong.deployment.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.deployment.Refusal;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What could be better about files that took effect, file by file. */
final class HintsCard extends Div {

    /** @param count hints in all, of which some may not be among the lines */
    HintsCard(List<Refusal.Line> lines, int count) {
        setId("hints");
        add(new Callout(Callout.Kind.INFO, getTranslation("deployment.hints", count)));
        RefusalCard.addFiles(this, lines);
    }
}
