package cn.baosong.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Adds a built-in listener to every review task: it runs for every path, also where custom listeners are skipped. */
final class ReviewTaskListener extends AbstractBpmnParseListener {

    private final ObjectProvider<WaitingTaskObserver> observers;

    /** @param observers asked for at each event: they know the engine, so they cannot stand before it does */
    ReviewTaskListener(ObjectProvider<WaitingTaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void parseUserTask(Element userTaskElement, ScopeImpl scope, ActivityImpl activity) {
        Map<String, String> settings = Map.copyOf(ModelSettings.read(userTaskElement));
        if (!"true".equals(settings.get("review"))) {
            return;
        }
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tell(WaitingTaskObserver::created, settings));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tell(WaitingTaskObserver::ended, settings));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, tell(WaitingTaskObserver::ended, settings));
    }

    private TaskListener tell(BiConsumer<WaitingTaskObserver, WaitingTask> event, Map<String, String> settings) {
        return task -> {
            WaitingTask waiting = waiting(task, settings);
            observers.orderedStream().forEach(observer -> event.accept(observer, waiting));
        };
    }

    private static WaitingTask waiting(DelegateTask task, Map<String, String> settings) {
        ExecutionEntity root = Subjects.root((ExecutionEntity) task.getExecution());
        boolean cancelled = TaskListener.EVENTNAME_DELETE.equals(task.getEventName());
        return new WaitingTask(
                task.getId(),
                Subjects.subject(root),
                root.getRootProcessInstanceId(),
                task.getTaskDefinitionKey(),
                cancelled
                        ? Map.of()
                        : Collections.unmodifiableMap(
                                new HashMap<>(task.getExecution().getVariables())),
                settings,
                TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()));
    }
}
