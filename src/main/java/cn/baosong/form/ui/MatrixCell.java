package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.NumberEntry;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One open cell of a matrix: a plain input. Its attribute says what the server knows; the text in it belongs to the
 * browser, so that no answer overwrites what is typed meanwhile.
 */
final class MatrixCell implements FormInput {

    private static final String LONGEST = String.valueOf(FieldFactory.LONGEST_NUMBER);

    private final NumberEntry field;
    private final String fullPath;
    private final MatrixLine line;
    private final Element input = new Element("input");
    private Object value;
    private Runnable applied = () -> {};
    private boolean wrong;
    private boolean mandatory;

    MatrixCell(NumberEntry field, String fullPath, MatrixLine line, Locale locale) {
        this.field = field;
        this.fullPath = fullPath;
        this.line = line;
        String unit = field.head().unit().in(locale);
        input.setAttribute("id", fullPath);
        input.setAttribute("type", "text");
        input.setAttribute("inputmode", "decimal");
        input.setAttribute("autocomplete", "off");
        input.setAttribute("maxlength", LONGEST);
        input.setAttribute("aria-label", field.name().in(locale) + (unit.isEmpty() ? "" : " " + unit));
        input.setAttribute("aria-required", String.valueOf(field.entry().required()));
        input.getClassList().add("matrix-cell");
    }

    Element element() {
        return input;
    }

    NumberEntry field() {
        return field;
    }

    String fullPath() {
        return fullPath;
    }

    MatrixLine line() {
        return line;
    }

    @Override
    public Object value() {
        return value;
    }

    void start(Object given) {
        take(FieldFactory.numberText(given));
    }

    /**
     * @param text as typed or pasted
     * @return whether this is another value than before
     */
    boolean take(String text) {
        Object taken = read(text);
        boolean another = !Objects.equals(taken, value);
        value = taken;
        input.setAttribute("value", FieldFactory.numberText(taken));
        return another;
    }

    @Override
    public Object read(String text) {
        return FieldFactory.read(field, text);
    }

    /** @param applied what to do once another value was taken from elsewhere than the browser */
    void onApplied(Runnable applied) {
        this.applied = applied;
    }

    @Override
    public boolean apply(Object given) {
        if (isReadOnly()) {
            return false;
        }
        if (take(FieldFactory.numberText(given))) {
            // The text belongs to the browser, which has to be told.
            input.executeJs(
                    "this.dispatchEvent(new CustomEvent('matrix-applied', {detail: $0, bubbles: true}))",
                    input.getAttribute("value"));
            applied.run();
        }
        return true;
    }

    @Override
    public void found(FindingLine.Severity worst) {
        input.getClassList().set("matrix-mandatory", worst == FindingLine.Severity.MANDATORY);
        input.getClassList().set("matrix-doubtful", worst == FindingLine.Severity.WARNING);
        mandatory = worst == FindingLine.Severity.MANDATORY;
        invalid();
    }

    @Override
    public void star(boolean starred) {
        input.setAttribute("aria-required", String.valueOf(field.entry().required() || starred));
    }

    /** @param said lines to compare with, null for none */
    void compared(String said) {
        Element around = input.getParent();
        if (said == null) {
            around.removeAttribute("data-compared");
        } else {
            around.setAttribute("data-compared", said);
        }
    }

    private void invalid() {
        String now = String.valueOf(wrong || mandatory);
        if (!now.equals(input.getAttribute("aria-invalid"))
                && (wrong || mandatory || input.hasAttribute("aria-invalid"))) {
            input.setAttribute("aria-invalid", now);
        }
    }

    boolean isReadOnly() {
        return input.hasAttribute("readonly");
    }

    void readOnly(boolean readOnly) {
        if (readOnly != isReadOnly()) {
            input.setAttribute("readonly", readOnly);
        }
    }

    @Override
    public Optional<Field> unreadable() {
        return value instanceof String ? Optional.of(field) : Optional.empty();
    }

    @Override
    public void error(String message) {
        if (line.finding(fullPath, message)) {
            wrong = message != null;
            input.getClassList().set("matrix-wrong", wrong);
            invalid();
        }
    }

    @Override
    public void focus() {
        input.executeJs("this.focus(); this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }
}
