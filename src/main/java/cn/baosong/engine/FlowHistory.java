package cn.baosong.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * History between the engine's levels {@code activity} and {@code full}: what happened, what failed, and who intervened;
 * no variables, which are flags only. The database remembers the level's id at the first start and takes no other after.
 */
final class FlowHistory extends AbstractHistoryLevel {

    private static final Set<HistoryEventType> MORE = Set.of(
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.BATCH_START,
            HistoryEventTypes.BATCH_UPDATE,
            HistoryEventTypes.BATCH_END,
            HistoryEventTypes.USER_OPERATION_LOG);

    @Override
    public int getId() {
        return 20;
    }

    @Override
    public String getName() {
        return "flow";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return MORE.contains(eventType)
                || HistoryLevel.HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(eventType, entity);
    }
}
