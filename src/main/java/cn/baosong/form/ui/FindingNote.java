package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.form.ui.FindingLine.Severity;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;

/** One finding on the page, and for a warning the field to explain it in (情况说明). */
final class FindingNote extends Div {

    /** Characters of an explanation. */
    static final int LONGEST = 200;

    private final Texts texts;
    private final Locale locale;
    private final transient BiConsumer<String, String> explain;
    private final Span word = new Span();
    private final Span text = new Span();
    private final Span accepted = new Span();
    private TextField answer;
    private Button suggestion;
    private transient FindingLine line;

    /** @param explain told the rule and what was typed, empty for nothing */
    FindingNote(Texts texts, Locale locale, BiConsumer<String, String> explain) {
        this.texts = texts;
        this.locale = locale;
        this.explain = explain;
        addClassName("finding");
        word.addClassName("finding-word");
        text.addClassName("finding-text");
        accepted.addClassName("finding-accepted");
        accepted.setText(texts.get(locale, "form.finding.explained"));
        add(word, text, accepted);
    }

    FindingLine line() {
        return line;
    }

    String message() {
        return line.message().in(locale);
    }

    /** Says what is found now; what is typed in the answer stays unless another answer came from elsewhere. */
    void update(FindingLine now, boolean readOnly) {
        FindingLine before = line;
        line = now;
        for (Severity severity : Severity.values()) {
            setClassName(kind(severity), severity == now.severity());
        }
        say(word, texts.get(locale, wordKey(now.severity())));
        say(text, message());
        boolean warning = now.severity() == Severity.WARNING;
        accepted.setVisible(warning && now.explanationAccepted());
        if (warning && answer == null) {
            answer = answer();
            suggestion = suggestion();
            add(answer, suggestion);
        }
        if (answer != null) {
            answer.setVisible(warning);
            answer.setReadOnly(readOnly);
            answer.setAriaLabel(texts.get(locale, "form.finding.explanation.of", message()));
            String given = FieldFactory.text(now.explanation());
            boolean another = before == null || !Objects.equals(before.explanation(), now.explanation());
            if (another && !given.equals(answer.getValue())) {
                answer.setValue(given);
            }
            offer();
        }
    }

    private static void say(Span in, String words) {
        if (!words.equals(in.getText())) {
            in.setText(words);
        }
    }

    private TextField answer() {
        TextField field = new TextField();
        field.setId("answer-" + line.rule() + (line.path() == null ? "" : "-" + line.path()));
        field.addClassName("finding-answer");
        field.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        field.setPlaceholder(texts.get(locale, "form.finding.explanation"));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(event -> {
            offer();
            // The browser keeps to the length; who goes around it is told.
            boolean tooLong = field.getValue().length() > LONGEST;
            field.setErrorMessage(tooLong ? texts.get(locale, "form.finding.tooLong", LONGEST) : null);
            field.setInvalid(tooLong);
            if (event.isFromClient() && !tooLong) {
                explain.accept(line.rule(), field.getValue().strip());
            }
        });
        return field;
    }

    private Button suggestion() {
        Button button = new Button("", click -> {
            if (!answer.isReadOnly() && line.suggestion() != null) {
                answer.setValue(line.suggestion());
                explain.accept(line.rule(), line.suggestion());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.addClassName("finding-suggestion");
        return button;
    }

    private void offer() {
        String offered = line.suggestion();
        boolean useful = line.severity() == Severity.WARNING
                && offered != null
                && !offered.isBlank()
                && !answer.isReadOnly()
                && !offered.equals(answer.getValue());
        suggestion.setVisible(useful);
        if (useful) {
            suggestion.setText(texts.get(locale, "form.finding.suggestion", offered));
        }
    }

    /** Puts the cursor into the answer. */
    void focusAnswer() {
        answer.focus();
        answer.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }

    private static String kind(Severity severity) {
        return "finding-" + severity.name().toLowerCase(Locale.ROOT);
    }

    private static String wordKey(Severity severity) {
        return switch (severity) {
            case MANDATORY -> "form.finding.mandatory";
            case WARNING -> "form.finding.warning";
            case HINT -> "form.finding.hint";
        };
    }
}
