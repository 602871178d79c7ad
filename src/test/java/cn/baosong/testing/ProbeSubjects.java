package cn.baosong.testing;

import cn.baosong.common.Problem;
import cn.baosong.review.Screening;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectFacets;
import cn.baosong.review.SubjectSource;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subjects without a feature around them, to try reviewing alone. No table: their lock is one of the database's own. */
@org.springframework.stereotype.Component
public class ProbeSubjects implements SubjectSource {

    public static final String KIND = "probe";

    static final String MONTH = "2026-10";

    private final Map<UUID, Subject> subjects = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> owners = new ConcurrentHashMap<>();
    private final Map<UUID, Screening> screened = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    ProbeSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Subject subject) {
        subjects.put(subject.id(), subject);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Subject lock(UUID id) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:id, 0))) AS held")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
        return find(id);
    }

    @Override
    public List<Subject> lock(Collection<UUID> ids) {
        jdbc.sql("""
                        SELECT count(pg_advisory_xact_lock(hashtextextended(id, 0)))
                        FROM (SELECT id FROM unnest(CAST(:ids AS text[])) AS id ORDER BY id) AS inOrder
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Integer.class)
                .single();
        return ids.stream().map(this::find).toList();
    }

    @Override
    public Subject find(UUID id) {
        var subject = subjects.get(id);
        return subject == null ? opened(id) : subject;
    }

    /** One that another run of the application on this database opened: its process is there. */
    private Subject opened(UUID id) {
        return jdbc.sql("""
                        SELECT root.id_, (SELECT region FROM review_item WHERE subject_id = :id) AS region
                        FROM act_ru_execution root
                        WHERE root.business_key_ = :key AND root.parent_id_ IS NULL AND root.super_exec_ IS NULL
                        """)
                .param("id", id)
                .param("key", id.toString())
                .query((row, number) ->
                        new Subject(id, title(id), MONTH, row.getString("region"), row.getString("id_")))
                .optional()
                .orElseThrow(() -> new Problem("review.error.not-waiting"));
    }

    static String title(UUID id) {
        return "试验 " + id;
    }

    /** Everybody's own, until somebody owns it. */
    @Override
    public boolean isOwn(UUID id, UUID account) {
        var owner = owners.get(id);
        return subjects.containsKey(id) && (owner == null || owner.equals(account));
    }

    public void own(UUID id, UUID account) {
        owners.put(id, account);
    }

    @Override
    public boolean skipsLevels() {
        return true;
    }

    /** What the screening says of a subject when it comes to its next desk. */
    void screen(UUID id, Screening screening) {
        screened.put(id, screening);
    }

    @Override
    public SubjectFacets facets(UUID id) {
        return new SubjectFacets(null, null, null, screened.get(id), 0, List.of(), List.of(), null, null);
    }

    @Override
    public Component page(UUID id, Locale locale) {
        return new Div("probe " + id);
    }
}
