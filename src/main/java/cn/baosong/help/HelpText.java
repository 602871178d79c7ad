package cn.baosong.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A document as it is shown. Its first heading is the title and not part of {@code html}; {@code 【…】} names something
 * one presses or opens and is set apart.
 *
 * @param html without scripts or tags of the source, which are shown as text
 */
public record HelpText(String title, List<Part> parts, String html) {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().build();
    private static final Pattern NAMED = Pattern.compile("【([^】<>]+)】");

    /** @param level 2 or 3; @param anchor the same in both languages, by the order of the headings */
    public record Part(int level, String anchor, String title) {}

    /** @param markdown in CommonMark with tables */
    static HelpText of(String markdown) {
        var document = PARSER.parse(markdown);
        var headings = new ArrayList<Heading>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        var title = headings.get(0);
        title.unlink();
        var parts = new ArrayList<Part>();
        for (var heading : headings.subList(1, headings.size())) {
            parts.add(new Part(heading.getLevel(), "s" + (parts.size() + 1), words(heading)));
        }
        var html = renderer(headings.subList(1, headings.size())).render(document);
        return new HelpText(
                words(title), List.copyOf(parts), NAMED.matcher(html).replaceAll("<b class=\"named\">$1</b>"));
    }

    private static HtmlRenderer renderer(List<Heading> headings) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> name(node, headings, attributes))
                .build();
    }

    private static void name(Node node, List<Heading> headings, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", "s" + (headings.indexOf(heading) + 1));
        }
    }

    private static String words(Node heading) {
        return WORDS.render(heading).strip();
    }
}
