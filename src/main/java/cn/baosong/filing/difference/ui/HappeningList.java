package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.When;
import cn.baosong.filing.Filing;
import cn.baosong.filing.difference.Happening;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;

/** What has happened to a report, oldest first; each version with its receipt. */
final class HappeningList extends UnorderedList {

    HappeningList(Filing filing, List<Happening> happenings, Texts texts, Locale locale) {
        setId("happenings");
        addClassName("history");
        for (var happening : happenings) {
            var item = new ListItem();
            switch (happening.kind()) {
                case RETURNED, CHANGE_RETURNED -> item.addClassName("returned");
                case ACCEPTED, CHANGE_ACCEPTED, COMPLETED -> item.addClassName("accepted");
                default -> {
                    // no colour
                }
            }
            var time = new Element("time");
            time.setText(When.exact(happening.at()) + " ");
            item.getElement().appendChild(time);
            var said = texts.get(locale, "filing.happened." + happening.kind(), Integer.toString(happening.version()));
            item.add(new Span(happening.who() == null ? said : happening.who() + " " + said));
            if (happening.reason() != null) {
                var reason = new Span(texts.get(locale, "review.history.reason", happening.reason()));
                reason.addClassName("reason");
                item.add(reason);
            }
            if (happening.version() > 0) {
                item.add(new Span(" "), receipt(filing, happening, texts, locale));
            }
            add(item);
        }
    }

    /** @return a link to the receipt of a version, called by the ends of its hash */
    static Anchor receipt(Filing filing, Happening version, Texts texts, Locale locale) {
        var hash = version.hash();
        var link = new Anchor(
                "/receipt/" + filing.id() + "/" + version.version(),
                texts.get(
                        locale,
                        "filing.happened.receipt",
                        hash.substring(0, 4).toUpperCase(Locale.ROOT),
                        hash.substring(hash.length() - 4).toUpperCase(Locale.ROOT)));
        link.setTitle(hash);
        return link;
    }
}
