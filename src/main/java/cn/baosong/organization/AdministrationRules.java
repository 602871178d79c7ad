package cn.baosong.organization;

import cn.baosong.account.Way;
import cn.baosong.check.DecisionTable;
import cn.baosong.check.TableException;
import cn.baosong.common.Problem;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.DeployedTables;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What the process owner decided about the work of administrators, which runs in no process: who is told how, and how much
 * one action may take. Two tables, as deployed last.
 */
@Component
public class AdministrationRules {

    /** Decision: {@code event} to {@code channel} and {@code template}. */
    static final String NOTICES = "administration-notices";

    /** Decision: {@code action} to {@code most}. */
    static final String LIMITS = "administration-limits";

    /** Action of {@link #LIMITS}: enterprises ticked for another reviewer (ADM-06). */
    public static final String CHANGE_REVIEWER = "change-reviewer";

    static final String EVENT = "event";
    static final String CHANNEL = "channel";
    static final String TEMPLATE = "template";
    static final String ACTION = "action";
    static final String MOST = "most";

    private static final int KEPT = 20;

    private final DeployedTables tables;
    private final Feel feel;
    private final Map<String, DecisionTable> parsed = new ConcurrentHashMap<>();

    AdministrationRules(DeployedTables tables, Feel feel) {
        this.tables = tables;
        this.feel = feel;
    }

    /** How somebody is told. */
    record Told(Set<Way> ways, String template) {}

    /**
     * @return how whom it concerns is told; empty where the table says nobody
     * @throws Problem {@code organization.error.table} where the table cannot be read
     */
    Optional<Told> told(AdministrationEvent event) {
        var row = row(NOTICES, Map.of(EVENT, event.key()));
        var ways = ways(row.get(CHANNEL));
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        if (!(row.get(TEMPLATE) instanceof String template)) {
            throw wrong(NOTICES, event.key());
        }
        return Optional.of(new Told(ways, template));
    }

    /**
     * @param action such as {@link #CHANGE_REVIEWER}
     * @return how many one action may take; {@link Integer#MAX_VALUE}, which is no limit, where the table has no row
     * @throws Problem {@code organization.error.table} where the table cannot be read
     */
    public int most(String action) {
        var row = row(LIMITS, Map.of(ACTION, action));
        if (row.get(MOST) == null) {
            return Integer.MAX_VALUE;
        }
        if (row.get(MOST) instanceof BigDecimal most && most.signum() > 0) {
            return most.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        }
        throw wrong(LIMITS, action);
    }

    private static Set<Way> ways(Object channel) {
        try {
            return Way.among(channel == null ? null : channel.toString());
        } catch (IllegalArgumentException noWay) {
            throw wrong(NOTICES, String.valueOf(channel));
        }
    }

    private Map<String, Object> row(String decision, Map<String, Object> asked) {
        try {
            return table(decision).evaluate(asked);
        } catch (TableException broken) {
            throw wrong(decision, broken.placed());
        }
    }

    private DecisionTable table(String decision) {
        var newest = tables.newest(decision);
        if (parsed.size() > KEPT) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(
                newest.definitionId(), unread -> DecisionTable.parse(newest.file(), decision, feel));
    }

    private static Problem wrong(String decision, Object where) {
        return new Problem("organization.error.table", decision, where);
    }
}
