package cn.baosong.filing.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import com.vaadin.flow.component.html.Div;

/** The questionnaires of a month (MON-26, 51): none is assigned. */
class QuestionnaireStep extends Div {

    QuestionnaireStep(int step, StepHost host) {
        var bar = new StepBar(() -> host.open(step - 1));
        bar.primary("next", getTranslation("filing.fill.next"), () -> host.open(step + 1));
        add(
                new Card(
                        getTranslation("filing.fill.step.questionnaires"),
                        new EmptyState(
                                "✓",
                                getTranslation("filing.fill.questionnaires.none"),
                                getTranslation("filing.fill.questionnaires.text"))),
                bar);
    }
}
