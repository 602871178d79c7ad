package cn.baosong.form.ui;

import cn.baosong.common.PlatformTime;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.form.Draft;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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

    private final transient FormPane pane;
    private final transient BiFunction<Map<String, Object>, Draft, Draft.Merged> save;
    private final transient OtherWindow other;
    private final transient List<Consumer<Set<String>>> savedListeners = new ArrayList<>();
    private final transient Texts texts;
    private final Locale locale;
    private final transient Clock clock;
    private final transient Map<String, Object> waiting = new HashMap<>();
    private transient Draft basis;
    private boolean taking;
    private Instant lastTry = Instant.MIN;
    private boolean failed;
    private boolean called;

    /**
     * @param save stores the changed keys (null: emptied) and answers when it did; may throw, and is then tried again
     *     with all that changed since
     */
    public Autosave(
            FormPane pane, Function<Map<String, Object>, Instant> save, Texts texts, Locale locale, Clock clock) {
        this(pane, new Draft(Map.of(), 0, Instant.EPOCH), alone(save), texts, locale, clock);
    }

    /**
     * Saves beside other windows: what they changed is taken over and said above the form, and where both changed the same
     * field nothing is saved until the person has chosen.
     *
     * @param basis the draft the form was opened with
     * @param save stores the changed keys (null: emptied) given the draft as this page knows it, as {@code DraftStore}
     *     does; may throw, and is then tried again with all that changed since
     */
    public Autosave(
            FormPane pane,
            Draft basis,
            BiFunction<Map<String, Object>, Draft, Draft.Merged> save,
            Texts texts,
            Locale locale,
            Clock clock) {
        this.pane = pane;
        this.basis = basis;
        this.save = save;
        this.other = new OtherWindow(pane, texts, locale, this::take, this::keep);
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

    private static BiFunction<Map<String, Object>, Draft, Draft.Merged> alone(
            Function<Map<String, Object>, Instant> save) {
        return (changed, known) -> new Draft.Merged(new Draft(Map.of(), 0, save.apply(changed)), Map.of(), Map.of());
    }

    /** @param listener told the paths once the server has saved them */
    void onSaved(Consumer<Set<String>> listener) {
        savedListeners.add(listener);
    }

    /** Saves what waits, now. @return whether nothing waits any more, neither for the server nor for a choice */
    public boolean saveNow() {
        if (waiting.isEmpty()) {
            if (other.undecided() > 0) {
                other.bringIntoView();
            }
            return other.undecided() == 0;
        }
        Map<String, Object> taken = new HashMap<>(waiting);
        lastTry = clock.instant();
        try {
            Draft.Merged merged = save.apply(taken, basis);
            waiting.clear();
            failed = false;
            basis = merged.now();
            Set<String> stored = new HashSet<>(taken.keySet());
            stored.removeAll(merged.contested().keySet());
            savedListeners.forEach(listener -> listener.accept(stored));
            Map<String, Object> elsewhere = new HashMap<>(merged.elsewhere());
            Map<String, Object> contested = new HashMap<>(merged.contested());
            merged.elsewhere().keySet().stream()
                    .filter(other::isUndecided)
                    .forEach(path -> contested.put(path, elsewhere.remove(path)));
            apply(elsewhere);
            other.show(elsewhere, contested, taken);
            return saved();
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

    private boolean saved() {
        if (other.undecided() > 0) {
            say("form.autosave.contested", other.undecided());
            setClassName(FAILED, true);
            other.bringIntoView();
            return false;
        }
        say("form.autosave.saved", TIME.format(basis.savedAt()));
        return true;
    }

    /** What other windows saved is no change of this one. */
    private void apply(Map<String, Object> theirs) {
        taking = true;
        try {
            pane.apply(theirs);
        } finally {
            taking = false;
        }
    }

    private void take(String path, Object theirs) {
        waiting.remove(path);
        Map<String, Object> stored = new HashMap<>();
        stored.put(path, theirs);
        if (Objects.equals(basis.values().get(path), theirs)) {
            apply(stored);
            if (waiting.isEmpty()) {
                saved();
            }
        } else {
            // This window's value was saved meanwhile: the other one goes back as any change does.
            pane.apply(stored);
        }
    }

    private void keep(String path, Object mine) {
        waiting.put(path, mine);
        saveNow();
    }

    private void changed(Map<String, Object> keys) {
        if (taking) {
            return;
        }
        other.typed(keys);
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
        if (!saveNow() && other.undecided() > 0) {
            // Leaving would drop a value nobody has chosen against.
            leaving.postpone();
        }
    }
}
