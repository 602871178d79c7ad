package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The schemes enterprises report to: every one whose process has the setting {@code periodKind}. */
@Component
public class Schemes {

    private final SchemeRevisions revisions;

    Schemes(SchemeRevisions revisions) {
        this.revisions = revisions;
    }

    /** @return by key */
    public List<Scheme> all() {
        return revisions.newestOfEach().stream().flatMap(this::scheme).toList();
    }

    /** @return all, the one that pages show where nothing is chosen first, then by key */
    public List<Scheme> offered() {
        return all().stream().sorted(ReachedSchemes.DEFAULT_FIRST).toList();
    }

    public Optional<Scheme> find(String key) {
        return revisions.latest(key).stream().flatMap(this::scheme).findFirst();
    }

    /** @throws Problem {@code filing.error.no-scheme} */
    public Scheme get(String key) {
        return find(key).orElseThrow(() -> new Problem("filing.error.no-scheme"));
    }

    private Stream<Scheme> scheme(SchemeRevision revision) {
        return revision.setting(FilingProcess.PERIOD_KIND).flatMap(PeriodKind::of).stream()
                .map(kind -> new Scheme(
                        revision,
                        kind,
                        FilingModels.text(revision, FilingProcess.TITLE)
                                .orElse(FilingModels.named(revision.scheme()))));
    }
}
