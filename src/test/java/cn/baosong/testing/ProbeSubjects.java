package cn.baosong.testing;

import cn.baosong.common.Problem;
import cn.baosong.review.Screening;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectFacets;
import cn.baosong.review.SubjectSource;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
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

    private final Map<UUID, Subject> subjects = new ConcurrentHashMap<>();
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
    public Subject find(UUID id) {
        var subject = subjects.get(id);
        if (subject == null) {
            throw new Problem("review.error.not-waiting");
        }
        return subject;
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
