package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Says above a form what another window changed in its draft. Where both windows changed the same field it shows both
 * values and has the person choose; the other window's value stays on offer until then.
 */
final class OtherWindow extends Div {

    /** @param told whether the person has decided on this window's value, by typing on */
    private record Contest(Object theirs, Object mine, boolean told) {}

    private final transient FormPane pane;
    private final Texts texts;
    private final Locale locale;
    private final transient BiConsumer<String, Object> take;
    private final transient BiConsumer<String, Object> keep;
    private final Set<String> changed = new LinkedHashSet<>();
    private final transient Map<String, Contest> contests = new LinkedHashMap<>();

    /**
     * @param take given a path and the other window's value once that one was chosen
     * @param keep given a path and this window's value once that one was chosen
     */
    OtherWindow(
            FormPane pane,
            Texts texts,
            Locale locale,
            BiConsumer<String, Object> take,
            BiConsumer<String, Object> keep) {
        this.pane = pane;
        this.texts = texts;
        this.locale = locale;
        this.take = take;
        this.keep = keep;
        pane.notice(this);
    }

    /** How many values of this window are not saved until the person has chosen. */
    long undecided() {
        return contests.values().stream().filter(contest -> !contest.told()).count();
    }

    boolean isUndecided(String path) {
        return contests.containsKey(path) && !contests.get(path).told();
    }

    /**
     * @param elsewhere what the other window alone changed
     * @param contested what both changed: the other window's values
     * @param mine this window's values, as far as they are others than those contested before
     */
    void show(Map<String, Object> elsewhere, Map<String, Object> contested, Map<String, Object> mine) {
        elsewhere.keySet().stream().filter(path -> pane.label(path).isPresent()).forEach(changed::add);
        contested.forEach((path, value) -> {
            Object here =
                    mine.containsKey(path) ? mine.get(path) : contests.get(path).mine();
            contests.put(path, new Contest(value, here, false));
        });
        if (!elsewhere.isEmpty() || !contested.isEmpty()) {
            draw();
        }
    }

    /** Whoever types on in a field after being told has chosen; what the other window had is still offered. */
    void typed(Map<String, Object> keys) {
        Map<String, Contest> typed = new HashMap<>(contests);
        typed.keySet().retainAll(keys.keySet());
        typed.forEach((path, contest) -> contests.put(path, new Contest(contest.theirs(), keys.get(path), true)));
        if (!typed.isEmpty()) {
            draw();
        }
    }

    void bringIntoView() {
        getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }

    private void draw() {
        removeAll();
        if (!changed.isEmpty()) {
            String names = changed.stream()
                    .map(this::name)
                    .distinct()
                    .collect(Collectors.joining(Texts.pick(locale, "、", ", ")));
            add(new Callout(
                    Callout.Kind.INFO,
                    texts.get(locale, "form.elsewhere.changed", names),
                    button("form.elsewhere.close", () -> {
                        changed.clear();
                        draw();
                    })));
        }
        if (!contests.isEmpty()) {
            Callout callout = new Callout(Callout.Kind.WARN, texts.get(locale, "form.elsewhere.contested"));
            List.copyOf(contests.keySet()).forEach(path -> callout.add(choice(path)));
            add(callout);
        }
    }

    private String name(String path) {
        return pane.label(path).orElse(path);
    }

    private Paragraph choice(String path) {
        Contest contest = contests.get(path);
        Span said = new Span(texts.get(
                locale,
                "form.elsewhere.values",
                name(path),
                pane.said(path, contest.theirs()),
                pane.said(path, contest.mine())));
        Button taking = button("form.elsewhere.take", () -> {
            contests.remove(path);
            draw();
            take.accept(path, contest.theirs());
        });
        Button keeping = button("form.elsewhere.keep", () -> {
            contests.remove(path);
            draw();
            if (!contest.told()) {
                keep.accept(path, contest.mine());
            }
        });
        taking.setId("take-" + path);
        keeping.setId("keep-" + path);
        Paragraph line = new Paragraph(said, taking, keeping);
        line.addClassName("other-window-choice");
        return line;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(locale, key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
