package cn.baosong.form;

import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Forms, texts and a clock for the tests of this package. */
public final class TestForms {

    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-06-15T04:00:00Z"), cn.baosong.common.PlatformTime.ZONE);
    public static final TestCodeLists CODE_LISTS = new TestCodeLists();
    public static final Texts TEXTS = texts();
    public static final Expressions EXPRESSIONS = new FeelExpressions(new Feel(CODE_LISTS, CLOCK));

    private TestForms() {}

    public static FormContext context() {
        return new FormContext(EXPRESSIONS);
    }

    public static FormValidator validator() {
        return new FormValidator(CODE_LISTS, CLOCK);
    }

    /** A form of {@code forms/} on the class path. */
    public static FormDefinition form(String name) {
        return FormParser.parse(file(name));
    }

    public static FormDefinition everyType() {
        return form("every-type.form");
    }

    public static byte[] file(String name) {
        try (var stream = TestForms.class.getResourceAsStream("/forms/" + name)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A form of these components, written as JSON with single quotes. */
    public static FormDefinition of(String... components) {
        String json = "{'id': 'f', 'schemaVersion': 16, 'components': [" + String.join(",", components) + "]}";
        return FormParser.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Texts texts() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("vaadin-i18n/translations");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> source);
        context.register(Texts.class);
        context.refresh();
        return context.getBean(Texts.class);
    }
}
