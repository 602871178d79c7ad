package cn.baosong.form;

import cn.baosong.form.FormComponent.TextBlock;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Texts of a form with FEEL in them: all of it after {@code =}, parts of it in {@code {{…}}}. */
public final class TextTemplate {

    private static final Pattern PART = Pattern.compile("\\{\\{(.+?)}}", Pattern.DOTALL);
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>~-]");

    private TextTemplate() {}

    /** @return Markdown, or html fit to be shown; what comes out of FEEL is plain text in it */
    public static String fill(TextBlock block, FormContext context, Map<String, Object> names, Locale locale) {
        String text = block.text().in(locale);
        if (text.startsWith("=")) {
            String value = said(context.expressions().evaluate(text, names));
            return block.html() ? CleanText.html(value) : value;
        }
        Matcher parts = PART.matcher(text);
        String filled = parts.replaceAll(part -> {
            String value = said(context.expressions().evaluate(part.group(1), names));
            return Matcher.quoteReplacement(
                    block.html()
                            ? HtmlUtils.htmlEscape(value)
                            : MARKDOWN.matcher(value).replaceAll("\\\\$0"));
        });
        return block.html() ? CleanText.html(filled) : filled;
    }

    /** @return a plain text of the file, or the value of its FEEL; empty for none */
    public static String fill(String text, FormContext context, Map<String, Object> names) {
        if (text == null) {
            return "";
        }
        return text.startsWith("=") ? said(context.expressions().evaluate(text, names)) : text;
    }

    private static String said(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? NumberText.format(number) : value.toString();
    }
}
