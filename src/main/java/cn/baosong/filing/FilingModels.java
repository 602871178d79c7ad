package cn.baosong.filing;

import cn.baosong.check.CheckTable;
import cn.baosong.check.DecisionTable;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormParser;
import cn.baosong.review.ReviewProcess;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Schemes of reports as deployed; parsed once for each revision, which never changes. */
@Component
public class FilingModels {

    private static final int KEPT = 50;

    private final SchemeRevisions revisions;
    private final Feel feel;
    private final Map<UUID, FilingModel> parsed = new ConcurrentHashMap<>();

    FilingModels(SchemeRevisions revisions, Feel feel) {
        this.revisions = revisions;
        this.feel = feel;
    }

    /** @return the revision a report of this month opened now is pinned to */
    public SchemeRevision newest(String scheme, YearMonth month) {
        return revisions.newest(scheme, month);
    }

    /** @return the revision a report is pinned to */
    SchemeRevision revision(UUID revision) {
        return revisions.byId(revision);
    }

    public FilingModel of(UUID revision) {
        if (parsed.size() > KEPT) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(revision, id -> parse(revisions.byId(id)));
    }

    private FilingModel parse(SchemeRevision revision) {
        var forms = names(required(revision, FilingProcess.FORMS));
        return new FilingModel(
                revision.number(),
                title(revision, FilingProcess.TITLE, revision.scheme()),
                forms.stream()
                        .collect(Collectors.toMap(
                                form -> form, form -> title(revision, FilingProcess.TITLE + "." + form, form))),
                forms.stream()
                        .map(form -> FormParser.parse(revisions.form(revision, form)))
                        .toList(),
                CheckTable.parse(revisions.decision(revision, required(revision, FilingProcess.CHECK_TABLE)), feel),
                revision.setting(FilingProcess.SCALE_TABLE).stream()
                        .collect(Collectors.toMap(
                                scale -> scale,
                                scale -> DecisionTable.parse(revisions.decision(revision, scale), scale, feel))),
                names(revision.setting(FilingProcess.KEY_FIELDS).orElse("")),
                new Headline(
                        revision.setting(FilingProcess.HEADLINE).orElse(null),
                        revision.setting(FilingProcess.HEADLINE_BASE).orElse(null),
                        title(revision, FilingProcess.HEADLINE_TITLE, "")),
                revision.setting(ReviewProcess.CHAIN_END).orElse(null),
                revision.setting(FilingProcess.PERIOD_KIND)
                        .flatMap(PeriodKind::of)
                        .orElse(PeriodKind.MONTH),
                text(revision, FilingProcess.TASK_NAME).orElse(Bilingual.NONE),
                revision.setting(FilingProcess.WITHDRAWAL_WORDING)
                        .flatMap(Withdrawal::of)
                        .orElse(Withdrawal.WITHDRAW));
    }

    /** What the model does not name is called by its id. */
    private static Bilingual title(SchemeRevision revision, String setting, String id) {
        return text(revision, setting).orElseGet(() -> named(id));
    }

    /** @return a setting that is a text in both languages, empty where the model does not have it */
    static Optional<Bilingual> text(SchemeRevision revision, String setting) {
        return revision.setting(setting)
                .map(chinese ->
                        new Bilingual(chinese, revision.setting(setting + ".en").orElse(null)));
    }

    /** @return the id as a name */
    static Bilingual named(String id) {
        return new Bilingual(id, null);
    }

    private static List<String> names(String list) {
        return Stream.of(list.split("[,\\s]+")).filter(name -> !name.isBlank()).toList();
    }

    private static String required(SchemeRevision revision, String setting) {
        return revision.setting(setting)
                .orElseThrow(() -> new IllegalStateException(
                        "the process of scheme " + revision.scheme() + " lacks the property " + setting));
    }
}
