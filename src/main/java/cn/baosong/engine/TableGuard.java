package cn.baosong.engine;

import cn.baosong.engine.EngineConfiguration.Settings;
import cn.baosong.engine.ModelRules.OfferedScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads a decision table as the guard does when it is deployed, without deploying it. */
@Component
public class TableGuard {

    private final SchemeRevisions revisions;
    private final Settings settings;
    private final ObjectProvider<ModelRules> rules;

    TableGuard(SchemeRevisions revisions, Settings settings, ObjectProvider<ModelRules> rules) {
        this.revisions = revisions;
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * @param table a DMN file
     * @param revision the scheme the table is looked at with
     * @param decision id of the decision whose place it takes there
     * @throws ModelRefused with everything for which a deployment would be refused
     */
    public void check(ModelFile table, SchemeRevision revision, String decision) {
        var content = table.content();
        if (content.length > settings.maxModelSize().toBytes()) {
            throw new ModelRefused(List.of(finding(
                    table,
                    "file-size",
                    String.valueOf(content.length / 1024),
                    String.valueOf(settings.maxModelSize().toKilobytes()))));
        }
        if (!table.name().endsWith(".dmn")) {
            throw new ModelRefused(List.of(finding(table, "file-kind")));
        }
        refuse(new DmnRules(table.name()).read(content));
        var alone = new Findings();
        rules.orderedStream().forEach(rule -> alone.addAll(rule.ofFiles(List.of(table), ModelGuard.LONGEST)));
        refuse(alone.list());
        var decisions = files(revision, revision.decisions(), revisions::decision);
        decisions.put(decision, table);
        var offer = new OfferedScheme(
                revision.scheme(),
                revision.scheme(),
                "",
                revision.settings(),
                files(revision, revision.forms(), revisions::form),
                decisions);
        var together = new Findings();
        rules.orderedStream().forEach(rule -> together.addAll(rule.ofScheme(offer)));
        refuse(together.list());
    }

    private static Map<String, ModelFile> files(
            SchemeRevision revision,
            Map<String, SchemeRevision.Pinned> parts,
            BiFunction<SchemeRevision, String, byte[]> stored) {
        var files = new TreeMap<String, ModelFile>();
        parts.keySet().forEach(id -> files.put(id, new ModelFile(id, stored.apply(revision, id))));
        return files;
    }

    private static GuardFinding finding(ModelFile file, String rule, String... arguments) {
        return new GuardFinding(file.name(), "", "", rule, List.of(arguments));
    }

    private static void refuse(List<GuardFinding> findings) {
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }
}
