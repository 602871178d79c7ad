package cn.baosong.filing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** Counts minutes and seconds down in the browser, and has the page look again from time to time and at the end. */
class Countdown extends Span {

    private static final String SCRIPT = "js/countdown.js";

    private final Duration left;
    private final transient Runnable onLook;

    /** @param left as of now; nothing is counted where it is past, but the page goes on looking */
    Countdown(Duration left, Runnable onLook) {
        this.left = left.isNegative() ? Duration.ZERO : left;
        this.onLook = onLook;
        addClassName("countdown");
        getElement().setAttribute("role", "timer");
        setText(said(this.left));
    }

    private static String said(Duration time) {
        return "%02d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript(SCRIPT);
        getElement().executeJs("window.baosongCountdown.start(this, $0)", (double) left.toMillis());
    }

    @ClientCallable
    void look() {
        onLook.run();
    }
}
