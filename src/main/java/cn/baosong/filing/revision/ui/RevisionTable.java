package cn.baosong.filing.revision.ui;

import cn.baosong.common.ui.When;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.revision.RevisionLine;
import cn.baosong.filing.revision.RevisionLine.Change;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Stream;

/** The revisions of a scheme, the newest first: since when, by whom, what changed, and how many reports stand on each. */
final class RevisionTable extends PlainTable {

    private static final String COLUMN = "filing.revision.column.";

    RevisionTable(List<RevisionLine> lines) {
        super(COLUMN + "number", COLUMN + "deployed", COLUMN + "changes", COLUMN + "pinned");
        setId("revisions");
        lines.forEach(line -> row(number(line), deployed(line), changes(line), pinned(line)));
    }

    private Component number(RevisionLine line) {
        var revision = line.revision();
        var number = lines(
                getTranslation("filing.revision.number", revision.number()),
                revision.holdsFrom() == null
                        ? getTranslation("filing.revision.always")
                        : getTranslation(
                                "filing.revision.from", revision.holdsFrom().toString()));
        if (!revision.forms().isEmpty()) {
            number.add(new RouterLink(
                    getTranslation("filing.revision.forms"), FormPreviewView.class, FormPreviewView.of(revision)));
        }
        return number;
    }

    private Component deployed(RevisionLine line) {
        return lines(
                When.exact(line.revision().createdAt()),
                line.deployedBy() == null ? getTranslation("filing.revision.packed") : line.deployedBy());
    }

    private Component changes(RevisionLine line) {
        if (line.changes().isEmpty()) {
            return new Span(getTranslation("filing.revision.first"));
        }
        return lines(line.changes().stream().map(this::text).toArray(String[]::new));
    }

    private String text(Change change) {
        var what = getTranslation("filing.revision.change." + change.kind(), change.key());
        if (change.before() == null && change.now() == null) {
            return what;
        }
        if (change.before() == null) {
            return getTranslation("filing.revision.added", what, change.now());
        }
        return change.now() == null
                ? getTranslation("filing.revision.removed", what)
                : getTranslation("filing.revision.changed", what, change.before(), change.now());
    }

    private Component pinned(RevisionLine line) {
        var texts = Stream.of(FilingStatus.values())
                .filter(status -> line.pinned().containsKey(status))
                .map(status -> getTranslation("filing.status." + status) + " "
                        + line.pinned().get(status))
                .toArray(String[]::new);
        return texts.length == 0 ? new Span("–") : lines(texts);
    }

    private static Div lines(String... texts) {
        var lines = new Div();
        for (var text : texts) {
            lines.add(new Div(text));
        }
        return lines;
    }
}
