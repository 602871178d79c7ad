package cn.baosong.filing;

import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.form.FormValidator.Mode;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reports with all that their rules read, loaded once. */
@Component
public class LoadedReports {

    private final FilingRepository repository;
    private final FilingScenes scenes;
    private final FilingDrafts drafts;
    private final FilingChecks checks;

    LoadedReports(FilingRepository repository, FilingScenes scenes, FilingDrafts drafts, FilingChecks checks) {
        this.repository = repository;
        this.scenes = scenes;
        this.drafts = drafts;
        this.checks = checks;
    }

    /** @return applies the rules of all forms and the whole check table to what lies in the drafts, and asks no database */
    public Runnable judging(UUID report) {
        var filing = repository.find(report).orElseThrow();
        var scene = scenes.of(filing);
        var raw = drafts.all(filing);
        return () -> {
            var judged = checks.judge(scene, raw, Mode.SUBMIT);
            if (!judged.findings().isEmpty()) {
                throw new IllegalStateException("a sound report: " + judged.findings());
            }
        };
    }
}
