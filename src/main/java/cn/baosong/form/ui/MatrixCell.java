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

    private final NumberEntry field;
    private final String fullPath;
    private final MatrixLine line;
    private final Element input = new Element("input");
    private Object value;

    MatrixCell(NumberEntry field, String fullPath, MatrixLine line, Locale locale) {
        this.field = field;
        this.fullPath = fullPath;
        this.line = line;
        String unit = field.head().unit().in(locale);
        input.setAttribute("id", fullPath);
        input.setAttribute("type", "text");
        input.setAttribute("inputmode", "decimal");
        input.setAttribute("autocomplete", "off");
        input.setAttribute("maxlength", String.valueOf(FieldFactory.LONGEST_NUMBER));
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

    Object value() {
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
        // One character more than a number may have is enough to see that it is none.
        int longest = FieldFactory.LONGEST_NUMBER + 1;
        Object taken = FieldFactory.number(text.length() > longest ? text.substring(0, longest) : text);
        boolean another = !Objects.equals(taken, value);
        value = taken;
        input.setAttribute("value", FieldFactory.numberText(taken));
        return another;
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
            input.setAttribute("aria-invalid", String.valueOf(message != null));
            input.getClassList().set("matrix-wrong", message != null);
        }
    }

    @Override
    public void focus() {
        input.executeJs("this.focus(); this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }
}
