package cn.baosong.engine;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision.Pinned;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Forms that belong to no scheme, such as the user agreement: nothing pins them, so the newest deployed one holds for
 * everybody at once, on every node.
 */
@Component
public class DeployedForms {

    private static final int KEPT = 50;

    /**
     * @param definitionId of the engine's definition; what it names never changes, so it is a key to cache by
     * @param file Camunda Forms JSON
     */
    public record DeployedForm(String definitionId, byte[] file) {}

    private final SchemeRevisionRows rows;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    DeployedForms(SchemeRevisionRows rows) {
        this.rows = rows;
    }

    /**
     * @param formId id in the form's file
     * @throws Problem {@code engine.error.no-form} if none of this id is deployed
     */
    public DeployedForm newest(String formId) {
        var id = rows.newestForm(formId).map(Pinned::id).orElseThrow(() -> new Problem("engine.error.no-form", formId));
        if (files.size() > KEPT) {
            files.clear();
        }
        // Callers get a copy: what is deployed never changes, not even in memory.
        return new DeployedForm(id, files.computeIfAbsent(id, rows::formFile).clone());
    }
}
