package cn.baosong.workbench.ui;

import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.engine.ProcessInstances.Instance;
import com.vaadin.flow.component.UI;

/** How it stands with an instance, as a badge: what failed comes before everything else. */
final class InstanceState {

    private InstanceState() {}

    static StatusBadge badge(Instance instance) {
        if (instance.failed() > 0) {
            return new StatusBadge(Tone.RETURNED, say("FAILED"));
        }
        var tone =
                switch (instance.state()) {
                    case RUNNING -> Tone.WAITING;
                    case SUSPENDED -> Tone.FROZEN;
                    case ENDED -> Tone.ACCEPTED;
                    case CANCELLED -> Tone.NONE;
                };
        return new StatusBadge(tone, say(instance.state().name()));
    }

    private static String say(String state) {
        return UI.getCurrent().getTranslation("workbench.instance.state." + state);
    }
}
