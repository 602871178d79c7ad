package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.TextEntry;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.dom.ClassList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A field on the page: between what its component holds and what the form's values hold.
 *
 * @param <V> what the component holds
 */
final class FieldInput<V> implements FormInput {

    /** What the form's values hold, from what the component holds and back; null for an empty one. */
    record Conversion<V>(Function<V, Object> read, Function<Object, V> write) {}

    private static final String MISREAD = "?";

    private final Field field;
    private final Component component;
    private final HasValue<?, V> input;
    private final Conversion<V> conversion;
    private Consumer<Object> listener = value -> {};
    private Consumer<Map<String, Object>> refresh = names -> {};
    private BooleanSupplier misread = () -> false;
    private Object last;
    private boolean writing;

    <C extends Component & HasValue<?, V>> FieldInput(Field field, C component, Conversion<V> conversion) {
        this.field = field;
        this.component = component;
        this.input = component;
        this.conversion = conversion;
        if (component instanceof HasValidation validated) {
            // What is right is said by the form's rules; components have none of their own.
            validated.setManualValidation(true);
        }
        component.addValueChangeListener(event -> changed());
    }

    private void changed() {
        if (writing) {
            return;
        }
        Object value = value();
        // Shows the value the way it was understood: 1234 becomes 1,234.
        set(value);
        if (!Objects.equals(value, last)) {
            last = value;
            listener.accept(value);
        }
    }

    /**
     * A picker keeps a text it cannot read to itself. Its value is then this mark, which no rule accepts.
     *
     * @param listen hands over what to call when the picker finds out
     */
    FieldInput<V> misreading(BooleanSupplier misread, Consumer<Runnable> listen) {
        this.misread = misread;
        listen.accept(this::changed);
        return this;
    }

    @Override
    public Optional<Field> unreadable() {
        boolean unreadable = misread.getAsBoolean() || field instanceof NumberEntry && value() instanceof String;
        return unreadable ? Optional.of(field) : Optional.empty();
    }

    void onChange(Consumer<Object> listener) {
        this.listener = listener;
    }

    /** @param refresh brings what depends on other fields up to date, given what FEEL sees */
    FieldInput<V> refreshing(Consumer<Map<String, Object>> refresh) {
        this.refresh = refresh;
        return this;
    }

    void refresh(Map<String, Object> names) {
        Object value = value();
        quietly(() -> refresh.accept(names));
        set(value);
    }

    Component component() {
        return component;
    }

    @Override
    public Object value() {
        return misread.getAsBoolean() ? MISREAD : conversion.read().apply(input.getValue());
    }

    void start(Object value) {
        set(value);
        last = value();
    }

    private void set(Object value) {
        V shown = conversion.write().apply(value);
        if (!Objects.equals(shown, input.getValue())) {
            quietly(() -> input.setValue(shown));
        }
    }

    /** Changes the component without telling anybody. */
    void quietly(Runnable change) {
        boolean before = writing;
        writing = true;
        try {
            change.run();
        } finally {
            writing = before;
        }
    }

    @Override
    public void error(String message) {
        if (component instanceof HasValidation validated) {
            validated.setErrorMessage(message);
            validated.setInvalid(message != null);
        }
    }

    @Override
    public void found(FindingLine.Severity worst) {
        ClassList classes = component.getElement().getClassList();
        classes.set("form-mandatory", worst == FindingLine.Severity.MANDATORY);
        classes.set("form-doubtful", worst == FindingLine.Severity.WARNING);
    }

    @Override
    public void star(boolean starred) {
        input.setRequiredIndicatorVisible(field.entry().required() || starred);
    }

    @Override
    public boolean apply(Object value) {
        if (input.isReadOnly()) {
            return false;
        }
        V shown = conversion.write().apply(value);
        if (!Objects.equals(shown, input.getValue())) {
            input.setValue(shown);
        }
        return true;
    }

    @Override
    public Object read(String text) {
        if (field instanceof TextEntry || field instanceof NumberEntry) {
            return FieldFactory.read(field, text);
        }
        if (!(field instanceof DateEntry)) {
            throw new IllegalArgumentException("no texts are typed here");
        }
        V shown = conversion.write().apply(text);
        if (shown == null && !text.isEmpty()) {
            throw new IllegalArgumentException("no date");
        }
        return conversion.read().apply(shown);
    }

    void readOnly(boolean readOnly) {
        if (input.isReadOnly() != readOnly) {
            input.setReadOnly(readOnly);
        }
    }

    @Override
    public void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        component.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }
}
