package cn.baosong.filing.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.filing.SetAside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** What was typed before the forms of a report were replaced by newer ones, which do not ask for it any more. */
final class SetAsideCallout extends Div {

    private static final int LONGEST = 100;

    SetAsideCallout(ReportTools tools, List<SetAside> aside, Locale locale) {
        setId("set-aside");
        var list = new UnorderedList();
        aside.forEach(one -> list.add(new ListItem(getTranslation(
                "filing.fill.set-aside.line", tools.views().name(one).in(locale), shown(one.value())))));
        add(new Callout(Callout.Kind.WARN, getTranslation("filing.fill.set-aside"), list));
    }

    private String shown(Object value) {
        if (value instanceof List<?> rows) {
            return getTranslation("filing.fill.set-aside.rows", rows.size());
        }
        var text = String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
