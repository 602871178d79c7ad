package cn.baosong.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Delegates and an observer that write down what the engine tells them. */
@TestConfiguration(proxyBeanMethods = false)
class EngineTestBeans {

    record Note(UUID subject, String rootInstance, String activity, String colour, String size, String edition) {}

    static class NoteStep extends StepDelegate {
        final List<Note> notes = new CopyOnWriteArrayList<>();

        @Override
        protected void run(Step step) {
            notes.add(new Note(
                    step.subject(),
                    step.rootInstance(),
                    step.activity(),
                    step.setting("colour"),
                    step.setting("size"),
                    step.setting("edition")));
        }

        List<Note> of(UUID subject) {
            return notes.stream().filter(note -> note.subject().equals(subject)).toList();
        }
    }

    static class SetOutcome extends StepDelegate {
        @Override
        protected void run(Step step) {
            step.flag("outcome", step.flag("decision"));
        }
    }

    static class Observer implements WaitingTaskObserver {
        final List<WaitingTask> created = new CopyOnWriteArrayList<>();
        final List<WaitingTask> ended = new CopyOnWriteArrayList<>();
        volatile UUID refusing;

        @Override
        public void created(WaitingTask task) {
            if (task.subject().equals(refusing)) {
                throw new IllegalStateException("refused by the observer");
            }
            created.add(task);
        }

        @Override
        public void ended(WaitingTask task) {
            ended.add(task);
        }

        static List<WaitingTask> of(List<WaitingTask> all, UUID subject) {
            List<WaitingTask> found = new ArrayList<>(all);
            found.removeIf(task -> !task.subject().equals(subject));
            return found;
        }
    }

    @Bean
    NoteStep noteStep() {
        return new NoteStep();
    }

    @Bean
    SetOutcome setOutcome() {
        return new SetOutcome();
    }

    @Bean
    Observer testObserver() {
        return new Observer();
    }

    /** A bean that is on no list. */
    @Bean
    StringBuilder notListed() {
        return new StringBuilder("reached");
    }
}
