package cn.baosong.form.ui;

import cn.baosong.common.PlatformTime;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves what is typed, and says so: a change at once, further ones at most every three seconds, what is left on leaving
 * and on Ctrl+S. A save that fails is tried again until it succeeds, one that is refused says why; nothing typed is
 * dropped meanwhile. The waiting is done by the browser, which calls back: no polling, no thread.
 */
public final class Autosave extends Span implements BeforeLeaveObserver {

    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
    private static final String FAILED = "autosave-failed";
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(PlatformTime.ZONE);

    private final transient Function<Map<String, Object>, Instant> save;
    private final transient Texts texts;
    private final Locale locale;
    private final transient Clock clock;
    private final transient Map<String, Object> waiting = new HashMap<>();
    private Instant lastTry = Instant.MIN;
    private boolean failed;
    private boolean called;

    /**
     * @param save stores the changed keys (null: emptied) and answers when it did; may throw, and is then tried again
     *     with all that changed since
     */
    public Autosave(
            FormPane pane, Function<Map<String, Object>, Instant> save, Texts texts, Locale locale, Clock clock) {
        this.save = save;
        this.texts = texts;
        this.locale = locale;
        this.clock = clock;
        addClassName("autosave");
        getElement().setAttribute("role", "status");
        setText(texts.get(locale, "form.autosave.idle"));
        pane.onChange(this::changed);
        // The field that is being typed in hands over its value first.
        for (KeyModifier modifier : new KeyModifier[] {KeyModifier.CONTROL, KeyModifier.META}) {
            Shortcuts.addShortcutListener(this, this::saveNow, Key.KEY_S, modifier)
                    .resetFocusOnActiveElement();
        }
    }

    /** Saves what waits, now. @return whether nothing waits any more */
    public boolean saveNow() {
        if (waiting.isEmpty()) {
            return true;
        }
        Map<String, Object> taken = new HashMap<>(waiting);
        lastTry = clock.instant();
        try {
            Instant at = save.apply(taken);
            waiting.clear();
            failed = false;
            say("form.autosave.saved", TIME.format(at));
            return true;
        } catch (Problem refused) {
            // Trying again would be refused again: the next change is the next try.
            failed = true;
            setText(texts.get(locale, refused));
            setClassName(FAILED, true);
            return false;
        } catch (RuntimeException failure) {
            LOG.warn("a draft was not saved: {}", failure.toString());
            failed = true;
            say("form.autosave.failed");
            callBackIn(BEFORE_RETRY);
            return false;
        }
    }

    private void changed(Map<String, Object> keys) {
        waiting.putAll(keys);
        Duration since = lastTry == Instant.MIN ? BETWEEN : Duration.between(lastTry, clock.instant());
        Duration pause = failed ? BEFORE_RETRY : BETWEEN;
        if (since.compareTo(pause) >= 0) {
            saveNow();
        } else {
            if (!failed) {
                say("form.autosave.saving");
            }
            callBackIn(pause.minus(since));
        }
    }

    private void callBackIn(Duration pause) {
        if (!called) {
            called = true;
            getElement().executeJs("setTimeout(() => this.$server.callBack(), $0)", (double) pause.toMillis());
        }
    }

    @ClientCallable
    void callBack() {
        called = false;
        saveNow();
    }

    private void say(String key, Object... arguments) {
        setText(texts.get(locale, key, arguments));
        setClassName(FAILED, failed);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        // A page that comes back (browser history) lost its timer.
        called = false;
        if (!waiting.isEmpty()) {
            callBackIn(BEFORE_RETRY);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        saveNow();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        saveNow();
    }
}
