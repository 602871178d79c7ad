package cn.baosong.filing;

import cn.baosong.engine.SchemeRevision;
import cn.baosong.form.Bilingual;
import java.util.Optional;

/**
 * A scheme (填报制度) that enterprises report to, as its newest revision has it.
 *
 * @param title what it is called
 */
public record Scheme(SchemeRevision revision, PeriodKind kind, Bilingual title) {

    public String key() {
        return revision.scheme();
    }

    /** @return the word under which enterprises apply for it, empty where every enterprise is asked */
    public Optional<String> application() {
        return setting(FilingProcess.TASK_APPLICATION);
    }

    /** @return a setting of its process, empty where the model does not have it or leaves it blank */
    public Optional<String> setting(String name) {
        return revision.setting(name).filter(value -> !value.isBlank());
    }
}
