package cn.baosong.engine;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision.Pinned;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The revisions of every scheme: which one holds for a period, and the forms and decisions it pins. */
@Component
public class SchemeRevisions {

    private static final int CACHED = 500;

    private final SchemeRevisionRows rows;
    private final Map<String, byte[]> files = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > CACHED;
        }
    };

    SchemeRevisions(SchemeRevisionRows rows) {
        this.rows = rows;
    }

    /**
     * @param period for a scheme without periods, the current month
     * @return the newest revision that holds for {@code period}
     * @throws Problem {@code engine.error.no-revision} if the scheme is unknown or does not hold so early
     */
    public SchemeRevision newest(String scheme, YearMonth period) {
        return rows.newest(scheme, period)
                .orElseThrow(() -> new Problem("engine.error.no-revision", scheme, period.toString()));
    }

    /** @return the newest revision that holds for {@code period}, empty where none holds so early */
    public Optional<SchemeRevision> holding(String scheme, YearMonth period) {
        return rows.newest(scheme, period);
    }

    /** @return the newest revision of a scheme whatever period it holds from, empty for an unknown scheme */
    public Optional<SchemeRevision> latest(String scheme) {
        return rows.latest(scheme);
    }

    /** @return the newest revision of every scheme, by name of the scheme */
    public List<SchemeRevision> newestOfEach() {
        return rows.latestOfEach();
    }

    /** @return names of the schemes of which a deployment made a revision, in order */
    public List<String> ofDeployment(ModelDeployment deployment) {
        return rows.ofDeployment(deployment.id());
    }

    /** @return every revision of a scheme, the newest first; none for an unknown scheme */
    public List<SchemeRevision> all(String scheme) {
        return rows.all(scheme);
    }

    /** @return the BPMN file of a process definition: the revision's own process, or one it calls */
    public byte[] process(String definitionId) {
        return cached(definitionId, () -> rows.processFile(definitionId));
    }

    /** @throws Problem {@code engine.error.no-such-revision} */
    public SchemeRevision byId(UUID id) {
        return rows.byId(id).orElseThrow(() -> new Problem("engine.error.no-such-revision", id.toString()));
    }

    /**
     * @return the Camunda Forms JSON of {@code formId} as this revision pins it
     * @throws Problem {@code engine.error.not-in-revision} if the revision has no such form
     */
    public byte[] form(SchemeRevision revision, String formId) {
        Pinned pinned = pinned(revision, revision.forms(), formId);
        return cached(pinned.id(), () -> rows.formFile(pinned.id()));
    }

    /**
     * @return the DMN file that holds the decision {@code decisionId} as this revision pins it
     * @throws Problem {@code engine.error.not-in-revision} if the revision has no such decision
     */
    public byte[] decision(SchemeRevision revision, String decisionId) {
        Pinned pinned = pinned(revision, revision.decisions(), decisionId);
        return cached(pinned.id(), () -> rows.decisionFile(pinned.id()));
    }

    private static Pinned pinned(SchemeRevision revision, Map<String, Pinned> all, String id) {
        return Optional.ofNullable(all.get(id))
                .orElseThrow(() -> new Problem(
                        "engine.error.not-in-revision", id, revision.scheme(), String.valueOf(revision.number())));
    }

    /** Callers get a copy: what is pinned never changes, not even in memory. */
    private byte[] cached(String definitionId, Supplier<byte[]> read) {
        synchronized (files) {
            byte[] known = files.get(definitionId);
            if (known != null) {
                return known.clone();
            }
        }
        byte[] file = read.get();
        synchronized (files) {
            files.put(definitionId, file);
        }
        return file.clone();
    }
}
