package cn.baosong.filing.revision;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.revision.query.PinnedReports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The revisions of every scheme, for the process owner. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class SchemeHistory {

    private final SchemeRevisions revisions;
    private final PinnedReports reports;
    private final Accounts accounts;

    SchemeHistory(SchemeRevisions revisions, PinnedReports reports, Accounts accounts) {
        this.revisions = revisions;
        this.reports = reports;
        this.accounts = accounts;
    }

    /** @return the newest revision of every scheme, by name of the scheme */
    public List<SchemeRevision> schemes() {
        return revisions.newestOfEach();
    }

    /**
     * @param most how many revisions are wanted
     * @return the newest first; none for an unknown scheme
     */
    public List<RevisionLine> of(String scheme, int most) {
        var all = revisions.all(scheme);
        var pinned = reports.byRevision(scheme);
        var names = new HashMap<UUID, String>();
        var lines = new ArrayList<RevisionLine>();
        for (var at = 0; at < Math.min(most, all.size()); at++) {
            var revision = all.get(at);
            lines.add(new RevisionLine(
                    revision,
                    name(revision.deployedBy(), names),
                    at + 1 < all.size() ? RevisionChanges.between(all.get(at + 1), revision) : List.of(),
                    pinned.getOrDefault(revision.id(), Map.of())));
        }
        return lines;
    }

    private String name(UUID account, Map<UUID, String> names) {
        return account == null
                ? null
                : names.computeIfAbsent(
                        account, id -> accounts.find(id).map(Account::loginName).orElse(null));
    }
}
