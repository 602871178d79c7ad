package cn.baosong.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Rules of the guard that the engine does not know itself, supplied as beans: by whoever reads the files (forms, decision
 * tables), and by the features that run a kind of scheme. They are asked inside the engine's transaction, whatever way a
 * deployment came; what they find refuses all of it.
 */
public interface ModelRules {

    /**
     * Looks at the forms and decision files of a deployment, each by itself. They come together, so that what it costs to
     * read them can be limited for the deployment as a whole.
     *
     * @param files the ending of a name says what it is
     * @param longest processor time that reading all their expressions may take, in whole seconds
     * @return what is wrong, empty where all can be used
     */
    default List<GuardFinding> ofFiles(List<ModelFile> files, Duration longest) {
        return List.of();
    }

    /**
     * Looks once more at a file that was accepted.
     *
     * @return what could be better and stops nothing, such as an English name that is missing
     */
    default List<GuardFinding> hintsOf(ModelFile file) {
        return List.of();
    }

    /**
     * Looks at a scheme as it would be from now on, all its parts together.
     *
     * @return what is wrong, empty where reports can be opened with it
     */
    default List<GuardFinding> ofScheme(OfferedScheme scheme) {
        return List.of();
    }

    /**
     * A scheme that a deployment would make or change.
     *
     * @param scheme its name
     * @param process id of its process, for findings
     * @param processFile name of the file with the process
     * @param settings extension properties of the process
     * @param forms files by id of the form, those deployed earlier included
     * @param decisions files by id of the decision, likewise
     */
    record OfferedScheme(
            String scheme,
            String process,
            String processFile,
            Map<String, String> settings,
            Map<String, ModelFile> forms,
            Map<String, ModelFile> decisions) {

        public OfferedScheme {
            settings = Map.copyOf(settings);
            forms = Map.copyOf(forms);
            decisions = Map.copyOf(decisions);
        }

        /** @return a finding about a setting of the process */
        public GuardFinding finding(String rule, String... arguments) {
            return new GuardFinding(processFile, process, "", rule, List.of(arguments));
        }
    }
}
