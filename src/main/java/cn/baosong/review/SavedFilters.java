package cn.baosong.review;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.review.repository.SavedFilterTable;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters of the inbox somebody keeps. Everybody has his own; an id of another's does nothing. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class SavedFilters {

    /** Characters a name may have. */
    public static final int NAME_LIMIT = 30;

    /** Filters somebody may keep for a kind. */
    public static final int MOST = 20;

    private final SavedFilterTable table;
    private final CurrentUser user;

    SavedFilters(SavedFilterTable table, CurrentUser user) {
        this.table = table;
        this.user = user;
    }

    /** @return mine of a kind, by name */
    public List<SavedFilter> mine(String kind) {
        return table.of(user.requireAccount(), kind);
    }

    /** Keeps a filter under a name; one of that name that stands already is replaced. */
    @Transactional
    public void save(String name, InboxAddress address) {
        var me = user.requireAccount();
        var wanted = name(name);
        var kind = address.filter().kind();
        var standing = table.of(me, kind);
        if (standing.size() >= MOST
                && standing.stream().noneMatch(filter -> filter.name().equals(wanted))) {
            throw new Problem("review.error.filters-full", MOST);
        }
        table.put(me, wanted, address);
    }

    @Transactional
    public void rename(UUID id, String name) {
        var wanted = name(name);
        if (!table.rename(user.requireAccount(), id, wanted)) {
            throw new Problem("review.error.filter-name-taken", wanted);
        }
    }

    @Transactional
    public void delete(UUID id) {
        table.delete(user.requireAccount(), id);
    }

    private static String name(String name) {
        var stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > NAME_LIMIT || stripped.indexOf('\0') >= 0) {
            throw new Problem("review.error.filter-name", NAME_LIMIT);
        }
        return stripped;
    }
}
