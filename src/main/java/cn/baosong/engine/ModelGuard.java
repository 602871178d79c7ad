package cn.baosong.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.unit.DataSize;

/**
 * Reads every model before the engine does, whatever way it came: start-up, workbench or REST. Refuses with everything it
 * found at once; the engine's transaction then stores nothing. A definition loaded from the database is read again for
 * what could run foreign code, in case somebody put it there by another way.
 */
final class ModelGuard implements Deployer {

    /** Processor time that the expressions of what somebody hands in may take to read; the Modeler waits no longer. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration LONGEST_AT_START = Duration.ofMinutes(1);

    private final DelegateBeans delegates;
    private final DataSize largest;
    private final ObjectProvider<ModelRules> rules;

    ModelGuard(DelegateBeans delegates, DataSize largest, ObjectProvider<ModelRules> rules) {
        this.delegates = delegates;
        this.largest = largest;
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<GuardFinding> findings = new ArrayList<>();
        if (deployment.isNew() && deployment.getTenantId() != null) {
            findings.add(new GuardFinding("", "", "", "tenant", List.of(deployment.getTenantId())));
        }
        List<ModelFile> readable = new ArrayList<>();
        deployment.getResources().values().stream()
                .sorted(Comparator.comparing(ResourceEntity::getName))
                .forEach(file -> findings.addAll(
                        deployment.isNew()
                                ? offered(file.getName(), file.getBytes(), readable)
                                : loaded(file.getName(), file.getBytes())));
        if (!readable.isEmpty()) {
            findings.addAll(ofRules(readable));
        }
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }

    /** @param readable gets a form or decision file that can be read at all: the others are looked at no further */
    private List<GuardFinding> offered(String name, byte[] content, List<ModelFile> readable) {
        if (content.length > largest.toBytes()) {
            return List.of(new GuardFinding(
                    name,
                    "",
                    "",
                    "file-size",
                    List.of(String.valueOf(content.length / 1024), String.valueOf(largest.toKilobytes()))));
        }
        if (name.endsWith(".bpmn")) {
            Findings findings = new Findings();
            findings.addAll(new BpmnRules(name, delegates.names()).read(content));
            findings.addAll(new DrawingRules(name).read(content));
            return findings.list();
        }
        boolean table = name.endsWith(".dmn");
        if (!table && !name.endsWith(".form")) {
            return List.of(new GuardFinding(name, "", "", "file-kind", List.of()));
        }
        List<GuardFinding> refused = table ? new DmnRules(name).read(content) : new FormRules(name).read(content);
        if (refused.isEmpty()) {
            readable.add(new ModelFile(name, content));
        }
        return refused;
    }

    private List<GuardFinding> ofRules(List<ModelFile> files) {
        // The application brings all its files at once, on a machine that has just begun.
        Duration longest = Context.getCommandContext().getAuthenticatedUserId() == null ? LONGEST_AT_START : LONGEST;
        Findings findings = new Findings();
        rules.orderedStream().forEach(rule -> findings.addAll(rule.ofFiles(files, longest)));
        return findings.list();
    }

    /** The engine takes the ending {@code bpmn20.xml} as well, which is never accepted but may stand in the database. */
    private List<GuardFinding> loaded(String name, byte[] content) {
        if (!name.endsWith("bpmn") && !name.endsWith("bpmn20.xml")) {
            return List.of();
        }
        return new BpmnRules(name, delegates.names())
                .read(content).stream()
                        .filter(finding -> BpmnRules.DANGEROUS.contains(finding.rule()))
                        .toList();
    }
}
