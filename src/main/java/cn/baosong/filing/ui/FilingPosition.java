package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.ProcessPicture;
import cn.baosong.common.ui.When;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.FilingWhereabouts;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Whereabouts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.stream.Collectors;

/** "Where is my report": with whom, since when, until when, what happens next; and the way it goes as a picture. */
@org.springframework.stereotype.Component
public class FilingPosition {

    private final FilingWhereabouts whereabouts;
    private final When when;
    private final Texts texts;

    FilingPosition(FilingWhereabouts whereabouts, When when, Texts texts) {
        this.whereabouts = whereabouts;
        this.when = when;
        this.texts = texts;
    }

    /** @return a card for my report, one that was not begun included; without pictures */
    public Component card(ReportTask task, Locale locale) {
        var card = new Card(texts.get(locale, "filing.position.title"), facts(whereabouts.of(task), locale));
        card.addClassName("position");
        card.setId("position");
        return card;
    }

    /** @return a card with a picture for every process on the way, folded up; wide, or nothing can be read */
    Component pictures(Filing filing, Locale locale) {
        var card = new Card(texts.get(locale, "filing.position.pictures"));
        card.setId("pictures");
        for (var way : whereabouts.ways(filing.id())) {
            var details = new Details(
                    texts.get(locale, "filing.position.picture", way.name()),
                    new ProcessPicture(way.name(), way.bpmn(), way.current(), way.walked()));
            details.addClassName("way");
            card.add(details);
        }
        return card;
    }

    private Component facts(Whereabouts at, Locale locale) {
        var facts = new DescriptionList();
        fact(facts, locale, "with", with(at, locale));
        if (at.since() != null) {
            fact(facts, locale, "since", since(at, locale));
        }
        if (!at.accepted().isEmpty()) {
            fact(
                    facts,
                    locale,
                    "accepted",
                    at.accepted().stream()
                            .map(accepted -> accepted.desk() + " " + When.exact(accepted.at()))
                            .collect(Collectors.joining(Texts.pick(locale, "；", "; "))));
        }
        var until = until(at, locale);
        if (!until.isEmpty()) {
            fact(facts, locale, "until", until);
        }
        fact(facts, locale, "next", next(at, locale));
        return new Div(facts);
    }

    private void fact(DescriptionList facts, Locale locale, String name, String text) {
        var said = new DescriptionList.Description(text);
        said.setId("position-" + name);
        facts.add(new DescriptionList.Term(texts.get(locale, "filing.position." + name)), said);
    }

    private String with(Whereabouts at, Locale locale) {
        if (at.withMe()) {
            return texts.get(locale, "filing.position.me");
        }
        if (at.status() == FilingStatus.ACCEPTED) {
            return texts.get(locale, "filing.position.done");
        }
        return at.desk() == null
                ? texts.get(locale, "filing.position.somewhere")
                : texts.get(
                        locale,
                        "filing.position.desk",
                        at.desk(),
                        texts.get(locale, "organization.level." + at.level()));
    }

    private String since(Whereabouts at, Locale locale) {
        return texts.get(locale, "filing.position.since.text", When.exact(at.since()), when.since(at.since(), locale));
    }

    private String until(Whereabouts at, Locale locale) {
        if (at.decidesItselfAt() != null) {
            return texts.get(locale, "filing.position.until.itself", When.exact(at.decidesItselfAt()));
        }
        if (!at.withMe()) {
            return "";
        }
        return at.days() < 0
                ? texts.get(locale, "filing.position.until.over", at.dueOn().toString(), -at.days())
                : texts.get(locale, "filing.position.until.due", at.dueOn().toString(), at.days());
    }

    private String next(Whereabouts at, Locale locale) {
        if (at.withMe()) {
            return at.nextDesk() == null
                    ? texts.get(locale, "filing.position.next.submit")
                    : texts.get(locale, "filing.position.next.desk", at.nextDesk());
        }
        return texts.get(
                locale,
                "filing.position.next."
                        + (at.status() == FilingStatus.UNDER_REVIEW && at.last()
                                ? "LAST"
                                : at.status().name()));
    }
}
