package cn.baosong.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;

/**
 * How far a long piece of work is, as a sentence and a bar. While the work goes on, the page looks again every second for
 * as long as this stands in it, so that it can be left and found again.
 */
public final class LiveProgress extends Div {

    private static final int LOOK_EVERY = 1000;

    private final Paragraph words = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final transient Runnable look;
    private boolean going;
    private Registration looking;

    /** @param look reads how far the work is, and says it by {@link #say} */
    public LiveProgress(Runnable look) {
        this.look = look;
        words.setId("progress-text");
        words.getElement().setAttribute("aria-live", "polite");
        bar.setId("progress");
        add(words, bar);
        addAttachListener(attached -> follow(attached.getUI()));
        addDetachListener(detached -> stop(detached.getUI()));
    }

    /** The work is on its way: {@code done} of {@code all}. */
    public void say(String sentence, int done, int all) {
        words.setText(sentence);
        bar.setVisible(true);
        bar.setMax(Math.max(1, all));
        bar.setValue(done);
    }

    /** Nothing has been done yet that could be counted. */
    public void say(String sentence) {
        words.setText(sentence);
        bar.setVisible(false);
    }

    /** @param stillGoing whether the page looks again */
    public void going(boolean stillGoing) {
        going = stillGoing;
        getUI().ifPresent(this::follow);
    }

    private void follow(UI ui) {
        if (!going) {
            stop(ui);
        } else if (looking == null) {
            ui.setPollInterval(LOOK_EVERY);
            looking = ui.addPollListener(poll -> look.run());
        }
    }

    private void stop(UI ui) {
        if (looking != null) {
            ui.setPollInterval(-1);
            looking.remove();
            looking = null;
        }
    }
}
