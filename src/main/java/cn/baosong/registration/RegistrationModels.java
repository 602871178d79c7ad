package cn.baosong.registration;

import cn.baosong.check.CheckTable;
import cn.baosong.check.DecisionTable;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormParser;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The scheme {@code enterprise-registration} as deployed, and what the takeover uses of it; parsed once for each revision, which never changes. */
@Component
public class RegistrationModels {

    private static final int KEPT = 50;

    private final SchemeRevisions revisions;
    private final Feel feel;
    private final Clock clock;
    private final Map<UUID, RegistrationModel> parsed = new ConcurrentHashMap<>();

    RegistrationModels(SchemeRevisions revisions, Feel feel, Clock clock) {
        this.revisions = revisions;
        this.feel = feel;
        this.clock = clock;
    }

    /** @return the revision a registration opened now is pinned to */
    public SchemeRevision newest() {
        return revisions.newest(RegistrationProcess.KEY, YearMonth.now(clock));
    }

    /** @return the revision rows of the old platform are held to */
    public SchemeRevision newestForTakeover() {
        return revisions.newest(TakeoverProcess.KEY, YearMonth.now(clock));
    }

    public FormDefinition form(UUID revision) {
        return of(revision).form();
    }

    RegistrationModel of(UUID revision) {
        if (parsed.size() > KEPT) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(revision, id -> parse(revisions.byId(id)));
    }

    private RegistrationModel parse(SchemeRevision revision) {
        var scale = required(revision, RegistrationProcess.SCALE_TABLE);
        return new RegistrationModel(
                FormParser.parse(revisions.form(revision, required(revision, RegistrationProcess.FORM))),
                CheckTable.parse(
                        revisions.decision(revision, required(revision, RegistrationProcess.CHECK_TABLE)), feel),
                Map.of(scale, DecisionTable.parse(revisions.decision(revision, scale), scale, feel)));
    }

    private static String required(SchemeRevision revision, String setting) {
        return revision.setting(setting)
                .orElseThrow(() -> new IllegalStateException(
                        "the process of scheme " + revision.scheme() + " lacks the property " + setting));
    }
}
