package cn.baosong.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        deployment.getResources().values().stream()
                .sorted(Comparator.comparing(ResourceEntity::getName))
                .forEach(file -> findings.addAll(
                        deployment.isNew()
                                ? offered(file.getName(), file.getBytes())
                                : loaded(file.getName(), file.getBytes())));
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }

    private List<GuardFinding> offered(String name, byte[] content) {
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
        if (name.endsWith(".dmn")) {
            return unlessRefused(new DmnRules(name).read(content), name, content);
        }
        if (name.endsWith(".form")) {
            return unlessRefused(new FormRules(name).read(content), name, content);
        }
        return List.of(new GuardFinding(name, "", "", "file-kind", List.of()));
    }

    /** What cannot be read at all is looked at no further. */
    private List<GuardFinding> unlessRefused(List<GuardFinding> refused, String name, byte[] content) {
        if (!refused.isEmpty()) {
            return refused;
        }
        Findings findings = new Findings();
        ModelFile file = new ModelFile(name, content);
        rules.orderedStream().forEach(rule -> findings.addAll(rule.ofFile(file)));
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
