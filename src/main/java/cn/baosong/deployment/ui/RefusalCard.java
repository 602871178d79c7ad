package cn.baosong.deployment.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.deployment.Refusal;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a deployment was refused, file by file: the element, what is wrong, what to do. */
final class RefusalCard extends Div {

    /** @param count findings in all, of which some may not be shown */
    RefusalCard(Refusal refusal, int count) {
        setId("refusal");
        add(new Callout(Callout.Kind.BAD, refusal.summary()));
        addFiles(this, refusal.lines());
        if (count > refusal.lines().size()) {
            add(new Callout(
                    Callout.Kind.INFO,
                    getTranslation(
                            "deployment.refused.more", count - refusal.lines().size())));
        }
    }

    /** Adds a card a file, with its lines. */
    static void addFiles(Div parent, List<Refusal.Line> lines) {
        Map<String, UnorderedList> files = new LinkedHashMap<>();
        lines.forEach(line -> files.computeIfAbsent(line.file(), file -> list()).add(item(line)));
        files.forEach((file, list) ->
                parent.add(new Card(file.isEmpty() ? parent.getTranslation("deployment.refused.whole") : file, list)));
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("entries");
        return list;
    }

    private static ListItem item(Refusal.Line line) {
        var text = new Div();
        text.addClassName("entry-text");
        if (!line.name().isEmpty() || !line.element().isEmpty()) {
            var where = new Span(line.name().isEmpty() ? line.element() : line.name() + " (" + line.element() + ")");
            where.addClassName("entry-title");
            text.add(where);
        }
        var remedy = new Div(line.remedy());
        remedy.addClassName("entry-facts");
        text.add(new Div(line.wrong()), remedy);
        return new ListItem(text);
    }
}
