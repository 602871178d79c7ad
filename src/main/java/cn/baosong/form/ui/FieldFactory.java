package cn.baosong.form.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.CleanText;
import cn.baosong.form.FormComponent.Appearance;
import cn.baosong.form.FormComponent.CheckEntry;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormContext;
import cn.baosong.form.NumberText;
import cn.baosong.form.ui.FieldInput.Conversion;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasPrefix;
import com.vaadin.flow.component.shared.HasSuffix;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Makes the Vaadin component of a field. */
final class FieldFactory {

    private static final int TYPING_PAUSE = 800;
    static final int LONGEST_NUMBER = 60;

    private final FormContext context;
    private final CodeLists codeLists;
    private final Texts texts;
    private final Locale locale;

    FieldFactory(FormContext context, CodeLists codeLists, Texts texts, Locale locale) {
        this.context = context;
        this.codeLists = codeLists;
        this.texts = texts;
        this.locale = locale;
    }

    /** @return null for a field nothing can be typed into yet: an attachment */
    FieldInput<?> create(Field field, String path, Map<String, Object> names) {
        FieldInput<?> input = input(field, names);
        if (input == null) {
            return null;
        }
        Component component = input.component();
        component.setId(path);
        component.addClassName("form-field");
        if (component instanceof HasLabel labelled) {
            labelled.setLabel(field.name().in(locale));
        }
        String description = field.head().description().in(locale);
        if (!description.isEmpty() && component instanceof HasHelper helped) {
            helped.setHelperText(description);
        }
        if (component instanceof HasValue<?, ?> value) {
            value.setRequiredIndicatorVisible(field.entry().required());
        }
        return input;
    }

    private FieldInput<?> input(Field field, Map<String, Object> names) {
        if (field instanceof TextEntry text) {
            return text.multiline() ? area(text) : line(text);
        } else if (field instanceof NumberEntry number) {
            return number(number);
        } else if (field instanceof DateEntry date) {
            return switch (date.kind()) {
                case DATE -> date(date);
                case TIME -> time(date);
                case DATETIME -> moment(date);
            };
        } else if (field instanceof CheckEntry) {
            Checkbox box = new Checkbox();
            return new FieldInput<>(field, box, new Conversion<>(on -> on ? true : null, Boolean.TRUE::equals));
        } else if (field instanceof ChoiceEntry choice) {
            return new ChoiceFields(context, codeLists, locale).create(choice, names);
        } else if (field instanceof CodeEntry code) {
            CodeCascade cascade = new CodeCascade(code, codeLists, texts, locale);
            return new FieldInput<>(field, cascade, new Conversion<>(FieldFactory::emptyIsNull, FieldFactory::text));
        }
        return null;
    }

    private FieldInput<String> line(TextEntry field) {
        TextField component = new TextField();
        component.setValueChangeMode(ValueChangeMode.LAZY);
        component.setValueChangeTimeout(TYPING_PAUSE);
        onLeavingToo(component);
        component.setMaxLength(longest(field, CleanText.LONGEST_LINE));
        adorn(component, field.appearance(), field.head().unit().in(locale));
        return new FieldInput<>(field, component, new Conversion<>(FieldFactory::emptyIsNull, FieldFactory::text));
    }

    private FieldInput<String> area(TextEntry field) {
        TextArea component = new TextArea();
        component.setValueChangeMode(ValueChangeMode.LAZY);
        component.setValueChangeTimeout(TYPING_PAUSE);
        onLeavingToo(component);
        component.setMaxLength(longest(field, CleanText.LONGEST_BLOCK));
        component.setMinRows(3);
        return new FieldInput<>(field, component, new Conversion<>(FieldFactory::emptyIsNull, FieldFactory::text));
    }

    /** Without the pause: who leaves a field may be on the way to another page. Flow sends what it holds back first. */
    private static void onLeavingToo(Component component) {
        component.getElement().addEventListener("change", change -> {});
    }

    private static int longest(TextEntry field, int otherwise) {
        BigDecimal named = field.rules().maxLength().number();
        return named == null ? otherwise : named.intValue();
    }

    private FieldInput<String> number(NumberEntry field) {
        TextField component = new TextField();
        component.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        component.addClassName("form-number");
        component.setAllowedCharPattern(NumberText.ALLOWED);
        component.setMaxLength(LONGEST_NUMBER);
        component.setAutocomplete(Autocomplete.OFF);
        component.getElement().setAttribute("inputmode", "decimal");
        // On leaving the field, not while typing: the separators are put in then.
        component.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        adorn(component, field.appearance(), field.head().unit().in(locale));
        return new FieldInput<>(field, component, new Conversion<>(FieldFactory::number, FieldFactory::numberText));
    }

    /** What cannot be read stays what was typed. */
    static Object number(String typed) {
        try {
            return NumberText.parse(typed);
        } catch (NumberText.Unreadable unreadable) {
            return typed;
        }
    }

    /** A text of any length: no more of it is looked at than needed to see that it is no number. */
    static Object read(Field field, String typed) {
        int longest = LONGEST_NUMBER + 1;
        return field instanceof NumberEntry
                ? number(typed.length() > longest ? typed.substring(0, longest) : typed)
                : emptyIsNull(typed);
    }

    static String numberText(Object value) {
        try {
            BigDecimal number = value instanceof Number plain ? NumberText.parse(plain) : NumberText.parse(text(value));
            return number == null ? "" : NumberText.format(number);
        } catch (NumberText.Unreadable unreadable) {
            return text(value);
        }
    }

    private static void adorn(TextField field, Appearance appearance, String unit) {
        String suffix = appearance.suffix() == null ? unit : appearance.suffix();
        if (!suffix.isEmpty()) {
            ((HasSuffix) field).setSuffixComponent(new Span(suffix));
        }
        if (appearance.prefix() != null) {
            ((HasPrefix) field).setPrefixComponent(new Span(appearance.prefix()));
        }
    }

    private FieldInput<LocalDate> date(DateEntry field) {
        DatePicker picker = new DatePicker();
        picker.setLocale(locale);
        picker.setI18n(DateWords.of(texts, locale));
        picker.setPlaceholder("YYYY-MM-DD");
        picker.setClearButtonVisible(true);
        return picked(field, picker, iso(LocalDate::parse));
    }

    private FieldInput<LocalTime> time(DateEntry field) {
        TimePicker picker = new TimePicker();
        picker.setLocale(Locale.CHINA);
        picker.setStep(Duration.ofMinutes(field.minutesApart()));
        picker.setClearButtonVisible(true);
        return picked(field, picker, iso(LocalTime::parse));
    }

    private FieldInput<LocalDateTime> moment(DateEntry field) {
        DateTimePicker picker = new DateTimePicker();
        picker.setLocale(locale);
        picker.setDatePickerI18n(DateWords.of(texts, locale));
        picker.setStep(Duration.ofMinutes(field.minutesApart()));
        return picked(field, picker, iso(LocalDateTime::parse));
    }

    private static <V, C extends Component & HasValue<?, V> & HasValidator<V>> FieldInput<V> picked(
            DateEntry field, C picker, Conversion<V> conversion) {
        return new FieldInput<>(field, picker, conversion)
                .misreading(
                        () -> picker.getDefaultValidator()
                                .apply(picker.getValue(), new ValueContext(new Binder<>(), picker))
                                .isError(),
                        changed -> picker.addValidationStatusChangeListener(event -> changed.run()));
    }

    /** A stored text that is no date is shown as an empty field. */
    private static <V> Conversion<V> iso(Function<String, V> parse) {
        return new Conversion<>(value -> value == null ? null : value.toString(), stored -> {
            try {
                return stored == null ? null : parse.apply(stored.toString());
            } catch (DateTimeException noDate) {
                return null;
            }
        });
    }

    static Object emptyIsNull(String typed) {
        return typed == null || typed.isEmpty() ? null : typed;
    }

    static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
