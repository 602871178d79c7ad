package cn.baosong.form;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.DateEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with one field and what to do, said in the reader's language.
 *
 * @param path of the field, {@code list[0].key} inside a dynamic list; null if it concerns no single field
 * @param key of the translation files
 * @param args of that text; a {@link Bilingual} is said in the reader's language
 */
public record FieldProblem(String path, String key, List<Object> args) {

    static FieldProblem of(String path, String key, Object... args) {
        return new FieldProblem(path, key, List.of(args));
    }

    /** A problem whose words come from elsewhere, such as a check table. */
    public static FieldProblem said(String path, String chinese, String english) {
        return of(path, "form.problem.said", new Bilingual(chinese, english));
    }

    /** What was typed is not of the field's kind: no number, no date. */
    public static FieldProblem unreadable(String path, FormComponent.Field field) {
        return of(
                path,
                "form.error.type." + (field instanceof DateEntry date ? date.kindName() : "number"),
                field.name());
    }

    public String message(Texts texts, Locale locale) {
        return texts.get(locale, key, arguments(locale));
    }

    private Object[] arguments(Locale locale) {
        return args.stream()
                .map(argument -> argument instanceof Bilingual words ? words.in(locale) : argument)
                .toArray();
    }

    @Override
    public String toString() {
        return path + ": " + key + Arrays.toString(arguments(Texts.CHINESE));
    }
}
