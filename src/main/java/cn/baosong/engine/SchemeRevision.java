package cn.baosong.engine;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What belongs together of a scheme (填报制度): its process, the processes it calls, its decisions and forms, each in one
 * version, and its settings. Written once by an accepted deployment and never changed; a filing pins one when it is
 * opened.
 *
 * @param scheme extension property {@code scheme} of the process
 * @param number 1 for the scheme's first revision, rising
 * @param called called processes by key, those they call in turn included
 * @param decisions decisions by id
 * @param forms forms by id
 * @param pins variables a process starts with: the version of each called process and evaluated decision
 * @param settings extension properties of the process
 * @param deployedBy account of who deployed it; null where the application did at its start
 * @param holdsFrom first period for which it holds (extension property {@code holdsFrom}, {@code yyyy-MM}); null: always
 */
public record SchemeRevision(
        UUID id,
        String scheme,
        int number,
        String processDefinitionId,
        Map<String, Pinned> called,
        Map<String, Pinned> decisions,
        Map<String, Pinned> forms,
        Map<String, Integer> pins,
        Map<String, String> settings,
        YearMonth holdsFrom,
        Instant createdAt,
        UUID deployedBy) {

    /**
     * One definition in one version.
     *
     * @param id id of the engine's definition; what it names never changes, so it is a key to cache by
     * @param version version of that definition
     */
    public record Pinned(String id, int version) {}

    public SchemeRevision {
        called = Map.copyOf(called);
        decisions = Map.copyOf(decisions);
        forms = Map.copyOf(forms);
        pins = Map.copyOf(pins);
        settings = Map.copyOf(settings);
    }

    /** @return the process owner's setting, empty if the model does not have it */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /**
     * @return the process owner's limit; {@link Integer#MAX_VALUE}, which is none, where the model does not have it
     * @throws IllegalStateException where it is no whole number above zero
     */
    public int most(String name) {
        var value = settings.get(name);
        if (value == null || value.isBlank()) {
            return Integer.MAX_VALUE;
        }
        if (!value.strip().matches("[1-9][0-9]{0,8}")) {
            throw new IllegalStateException(
                    "the property " + name + " of scheme " + scheme + " is no number: " + value);
        }
        return Integer.parseInt(value.strip());
    }
}
