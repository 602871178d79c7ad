package cn.baosong.deployment.rest;

import cn.baosong.common.PlatformTime;
import cn.baosong.engine.ModelDeployment;
import cn.baosong.engine.ModelDeployment.Definition;
import cn.baosong.engine.ModelDeployment.Kind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deployments as the engine's REST interface shows them. */
final class DeploymentAnswer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(PlatformTime.ZONE);

    private DeploymentAnswer() {}

    /** One of a list. */
    record Listed(String id, String name, String source, String deploymentTime, String tenantId) {

        static Listed of(ModelDeployment deployment) {
            return new Listed(deployment.id(), deployment.name(), deployment.source(), time(deployment.at()), null);
        }
    }

    /** A link to what was made. */
    record Link(String method, String href, String rel) {}

    /** One definition. */
    record Shown(
            String id, String key, String name, int version, String resource, String deploymentId, String tenantId) {}

    /** What was made; a kind of which nothing was made is null. */
    record Made(
            List<Link> links,
            String id,
            String name,
            String source,
            String deploymentTime,
            String tenantId,
            Map<String, Shown> deployedProcessDefinitions,
            Map<String, Shown> deployedCaseDefinitions,
            Map<String, Shown> deployedDecisionDefinitions,
            Map<String, Shown> deployedDecisionRequirementsDefinitions) {

        static Made of(ModelDeployment deployment, String href) {
            return new Made(
                    List.of(new Link("GET", href, "self")),
                    deployment.id(),
                    deployment.name(),
                    deployment.source(),
                    time(deployment.at()),
                    null,
                    shown(deployment, Kind.PROCESS),
                    null,
                    shown(deployment, Kind.DECISION),
                    shown(deployment, Kind.REQUIREMENTS));
        }
    }

    private static Map<String, Shown> shown(ModelDeployment deployment, Kind kind) {
        Map<String, Shown> shown = new LinkedHashMap<>();
        deployment.definitions().stream()
                .filter(definition -> definition.kind() == kind)
                .forEach(definition -> shown.put(definition.id(), shown(definition, deployment.id())));
        return shown.isEmpty() ? null : shown;
    }

    private static Shown shown(Definition definition, String deployment) {
        return new Shown(
                definition.id(),
                definition.key(),
                definition.name(),
                definition.version(),
                definition.file(),
                deployment,
                null);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
