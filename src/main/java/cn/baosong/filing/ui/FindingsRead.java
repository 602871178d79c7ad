package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.filing.FilingFinding;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** What the check said of a report, and what the enterprise said to it (HIS-03, 11). */
final class FindingsRead extends UnorderedList {

    FindingsRead(List<FilingFinding> findings, Texts texts, Locale locale) {
        addClassName("findings-read");
        for (var finding : findings) {
            var tone =
                    switch (finding.severity()) {
                        case MANDATORY -> StatusBadge.Tone.RETURNED;
                        case WARNING -> StatusBadge.Tone.ATTENTION;
                        case HINT -> StatusBadge.Tone.NONE;
                    };
            var message = Texts.pick(locale, finding.message(), finding.messageEn());
            var item = new ListItem(
                    new StatusBadge(tone, texts.get(locale, "filing.history.severity." + finding.severity())),
                    new Span(" " + message));
            if (finding.explanation() != null) {
                var said = new Paragraph(texts.get(locale, "filing.history.explanation", finding.explanation()));
                said.addClassName("muted");
                item.add(said);
                if (finding.verdict() != null) {
                    item.add(new VerdictBadge(finding.verdict(), texts, locale));
                }
            }
            add(item);
        }
    }
}
