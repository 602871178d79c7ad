package cn.baosong.filing;

import cn.baosong.engine.SchemeRevision;
import cn.baosong.form.Bilingual;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** @return codes of the industries whose enterprises may apply for it; empty: every one may (SUR-04) */
    public Set<String> offeredIndustries() {
        return setting(FilingProcess.OFFERED_INDUSTRIES).stream()
                .flatMap(codes -> Stream.of(codes.split("[,，\\s]+")))
                .filter(code -> !code.isBlank())
                .collect(Collectors.toSet());
    }

    /** @return what the business guide says of it, empty where the model says nothing (SUR-05) */
    public Optional<Bilingual> guideText() {
        return FilingModels.text(revision, FilingProcess.GUIDE_TEXT);
    }

    /** @return a setting of its process, empty where the model does not have it or leaves it blank */
    public Optional<String> setting(String name) {
        return revision.setting(name).filter(value -> !value.isBlank());
    }
}
