package cn.baosong.filing.revision;

import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevision.Pinned;
import cn.baosong.filing.revision.RevisionLine.Change;
import cn.baosong.filing.revision.RevisionLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is different between two revisions of a scheme. */
final class RevisionChanges {

    private RevisionChanges() {}

    static List<Change> between(SchemeRevision before, SchemeRevision now) {
        var changes = new ArrayList<Change>();
        if (!before.processDefinitionId().equals(now.processDefinitionId())) {
            changes.add(new Change(Kind.PROCESS, now.scheme(), null, null));
        }
        add(changes, Kind.CALLED, versions(before.called()), versions(now.called()));
        add(changes, Kind.DECISION, versions(before.decisions()), versions(now.decisions()));
        add(changes, Kind.FORM, versions(before.forms()), versions(now.forms()));
        add(changes, Kind.SETTING, before.settings(), now.settings());
        return changes;
    }

    private static Map<String, String> versions(Map<String, Pinned> parts) {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> String.valueOf(part.getValue().version())));
    }

    private static void add(List<Change> changes, Kind kind, Map<String, String> before, Map<String, String> now) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        keys.stream()
                .filter(key -> !Objects.equals(before.get(key), now.get(key)))
                .forEach(key -> changes.add(new Change(kind, key, before.get(key), now.get(key))));
    }
}
