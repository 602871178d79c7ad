package cn.baosong.filing;

import cn.baosong.filing.repository.TaskApplicationTable;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The schemes an administrator has to do with: those that ask every enterprise, and those some enterprise at or below the
 * administrator's desks applied for.
 */
@Service
@PreAuthorize("hasRole('REVIEWER')")
@Transactional(readOnly = true)
public class ReachedSchemes {

    /** The scheme that pages show where nothing is chosen stands first. */
    static final Comparator<Scheme> DEFAULT_FIRST = Comparator.comparing(
                    (Scheme scheme) -> !Filings.SCHEME.equals(scheme.key()))
            .thenComparing(Scheme::key);

    private final Schemes schemes;
    private final TaskApplicationTable applications;
    private final Periods periods;
    private final Desks desks;

    ReachedSchemes(Schemes schemes, TaskApplicationTable applications, Periods periods, Desks desks) {
        this.schemes = schemes;
        this.applications = applications;
        this.periods = periods;
        this.desks = desks;
    }

    /** @return the one that pages show where nothing is chosen first, then by key */
    public List<Scheme> mine() {
        var mine = desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
        var applied = mine.isEmpty() ? Set.<String>of() : applications.schemes(mine, periods.today());
        return schemes.all().stream()
                .filter(scheme -> scheme.application().isEmpty() || applied.contains(scheme.key()))
                .sorted(DEFAULT_FIRST)
                .toList();
    }
}
