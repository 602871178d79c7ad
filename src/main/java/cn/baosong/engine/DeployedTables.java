package cn.baosong.engine;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision.Pinned;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Decision tables that belong to no scheme, such as who is told what an administrator did: nothing pins them, so the newest
 * deployed one holds for everybody at once, on every node.
 */
@Component
public class DeployedTables {

    private static final int KEPT = 50;

    /**
     * @param definitionId of the engine's definition; what it names never changes, so it is a key to cache by
     * @param file DMN
     */
    public record DeployedTable(String definitionId, byte[] file) {}

    private final SchemeRevisionRows rows;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    DeployedTables(SchemeRevisionRows rows) {
        this.rows = rows;
    }

    /**
     * @param decisionId id of the decision in its file
     * @throws Problem {@code engine.error.no-table} if none of this id is deployed
     */
    public DeployedTable newest(String decisionId) {
        var id = rows.newestDecision(decisionId)
                .map(Pinned::id)
                .orElseThrow(() -> new Problem("engine.error.no-table", decisionId));
        if (files.size() > KEPT) {
            files.clear();
        }
        // Callers get a copy: what is deployed never changes, not even in memory.
        return new DeployedTable(
                id, files.computeIfAbsent(id, rows::decisionFile).clone());
    }
}
