package cn.baosong.help;

import cn.baosong.common.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The documents, with what is set today in place of {@code {{…}}}. */
@Component
public class HelpLibrary {

    private static final Pattern FACT = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

    private final HelpFacts facts;
    private final Texts texts;

    HelpLibrary(HelpFacts facts, Texts texts) {
        this.facts = facts;
        this.texts = texts;
    }

    public HelpText read(HelpTopic topic, Locale locale) {
        var known = facts.in(locale);
        return HelpText.of(FACT.matcher(source(topic, locale)).replaceAll(found -> {
            var fact = known.get(found.group(1));
            if (fact == null) {
                throw new IllegalStateException("help/" + topic.word() + " asks for the unknown " + found.group());
            }
            return Matcher.quoteReplacement(fact);
        }));
    }

    /** @return a page of its own, fit to be kept and printed */
    public String file(HelpTopic topic, Locale locale) {
        var text = read(topic, locale);
        return resource("file.html")
                .replace("{{language}}", locale.toLanguageTag())
                .replace("{{product}}", texts.get(locale, "shell.product"))
                .replace("{{title}}", text.title())
                .replace("{{body}}", text.html());
    }

    private static String source(HelpTopic topic, Locale locale) {
        return resource(topic.word() + Texts.pick(locale, ".zh", ".en") + ".md");
    }

    private static String resource(String name) {
        try (InputStream in = HelpLibrary.class.getResourceAsStream("/help/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
