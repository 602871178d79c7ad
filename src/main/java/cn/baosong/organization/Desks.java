package cn.baosong.organization;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.organization.query.DeskQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Desks and who holds them (ROLE-02, 03, 12; ADM-09; GAP-02). Days are days of the platform's zone. */
@Service
@Transactional(readOnly = true)
public class Desks {

    private static final int NAME_LIMIT = 60;

    private final DeskQueries queries;
    private final CodeLists codes;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    Desks(DeskQueries queries, CodeLists codes, Accounts accounts, CurrentUser user, Clock clock) {
        this.queries = queries;
        this.codes = codes;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    public Optional<Desk> find(UUID id) {
        return queries.find(id);
    }

    /**
     * The desk an enterprise's affairs reach first (直接授权审核员): by its region, the nearest level that has a desk.
     * A desk nobody holds on the day is passed over while another stands above it.
     *
     * @param region code of a county, city or province
     * @throws Problem where not even the nation has a desk
     */
    public Desk direct(String region) {
        return nearest(region, null).orElseThrow(() -> new Problem("organization.error.no-desk"));
    }

    /** @return as {@link #direct(String)} would say if {@code closing} were not there; empty where no desk is left */
    public Optional<Desk> directWithout(String region, UUID closing) {
        return nearest(region, closing);
    }

    private Optional<Desk> nearest(String region, UUID without) {
        var path =
                codes.path("region", region).stream().map(CodeLists.Entry::code).toList();
        return queries.nearest(path, today(), without);
    }

    /** @return of the desks above, the nearest that somebody holds today, else the one right above; empty for the nation's */
    public Optional<Desk> heldAbove(UUID desk) {
        return superior(desk).flatMap(above -> queries.nearestHeld(above.id(), today()));
    }

    /**
     * As {@link #direct(String)}, where an administrator may have set another desk (变更审核员, ADM-06).
     *
     * @param set the desk that was set, passed over like any other while nobody holds it; null for none
     */
    public Desk direct(String region, UUID set) {
        return set == null
                ? direct(region)
                : queries.nearestHeld(set, today()).orElseThrow(() -> new Problem("organization.error.no-desk"));
    }

    /** @return whether a region lies in what the desk manages (可管理地区) */
    public boolean manages(Desk desk, String region) {
        return desk.region() == null
                || codes.path("region", region).stream()
                        .map(CodeLists.Entry::code)
                        .anyMatch(desk.region()::equals);
    }

    /** @return the desks I hold today and every desk below them, the highest level first */
    public List<Desk> mineAndBelow() {
        var mine = mine().stream().map(Desk::id).collect(Collectors.toSet());
        return mine.isEmpty() ? List.of() : queries.withAllBelow(mine);
    }

    /** @return the desk above, empty for the nation's */
    public Optional<Desk> superior(UUID desk) {
        return queries.above(desk);
    }

    /**
     * @return the nation's desk
     * @throws Problem where a new installation has none yet
     */
    public Desk nation() {
        return queries.nation().orElseThrow(() -> new Problem("organization.error.no-desk"));
    }

    /** @return of a desk and those above it the nearest with the grant SENIOR that somebody holds today */
    public Optional<Desk> nearestSenior(UUID desk) {
        return queries.nearestWith(desk, Desk.SENIOR, today());
    }

    /** @return the desks an account holds today, oldest first */
    public List<Desk> heldBy(UUID account) {
        return account == null ? List.of() : queries.heldBy(account, today());
    }

    /** @return the desks the signed-in person holds today */
    public List<Desk> mine() {
        return user.find().map(SignedIn::accountId).map(this::heldBy).orElse(List.of());
    }

    /** @return the accounts that hold a desk today, substitutes included */
    public List<UUID> heldToday(UUID desk) {
        return queries.holdersOn(desk, today());
    }

    @PreAuthorize("hasRole('REVIEWER')")
    public List<Desk> subordinates(UUID superior) {
        requireMine(superior);
        return queries.below(superior);
    }

    @PreAuthorize("hasRole('REVIEWER')")
    public List<DeskHolder> holders(UUID desk) {
        requireMineOrBelow(desk);
        return queries.holders(desk);
    }

    /** Sets up a desk below one of mine (创建下级管理员, ADM-09). The region must lie inside mine. */
    @Transactional
    @PreAuthorize("hasRole('REVIEWER')")
    public Desk create(NewDesk wanted) {
        var superior = requireMine(wanted.superior());
        if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > NAME_LIMIT) {
            throw new Problem("organization.error.name", NAME_LIMIT);
        }
        if (wanted.level() == null || wanted.level().isAtLeast(superior.level())) {
            throw new Problem("organization.error.level");
        }
        requireInside(wanted.region(), superior);
        var desk = new Desk(
                UUID.randomUUID(),
                wanted.level(),
                wanted.region(),
                wanted.name().strip(),
                superior.id(),
                Set.of());
        if (!queries.insert(desk)) {
            var standing = queries.byRegion(wanted.region()).map(Desk::name).orElse("");
            throw new Problem("organization.error.region-taken", standing);
        }
        return desk;
    }

    /**
     * Gives a desk below mine to a person who has an account already (ROLE-07).
     *
     * @param from first day, today where null
     * @param to last day, null for an open end
     */
    @Transactional
    @PreAuthorize("hasRole('REVIEWER')")
    public void assign(UUID desk, String loginName, boolean substitute, LocalDate from, LocalDate to) {
        requireBelow(desk);
        var account = accounts.findByLoginName(loginName == null ? "" : loginName.strip())
                .orElseThrow(() -> new Problem("organization.error.no-account", loginName == null ? "" : loginName));
        if (!account.enabled()) {
            enableAgain(account);
        }
        var first = from == null ? today() : from;
        if (to != null && to.isBefore(first)) {
            throw new Problem("organization.error.dates");
        }
        if (queries.heldBy(account.id(), first).stream()
                .anyMatch(held -> held.id().equals(desk))) {
            throw new Problem("organization.error.holds-already", account.loginName());
        }
        queries.insertHolder(desk, account.id(), substitute, first, to);
        accounts.grantRole(account.id(), Role.REVIEWER);
    }

    /** Ends somebody's holding of a desk below mine, from today on. Reviews waiting at the desk stay there. */
    @Transactional
    @PreAuthorize("hasRole('REVIEWER')")
    public void release(UUID holding) {
        var desk = queries.deskOfHolding(holding).orElseThrow(() -> new Problem("organization.error.not-yours"));
        requireBelow(desk);
        queries.endHolding(holding, today());
    }

    /**
     * Makes whoever holds a desk below mine a senior administrator (高级管理员, ROLE-04), or takes it back. What waits at
     * the desk already stays there.
     *
     * @throws Problem {@code organization.error.not-yours} unless I hold the desk right above it
     */
    @Transactional
    @PreAuthorize("hasRole('REVIEWER')")
    public void setSenior(UUID desk, boolean senior) {
        requireBelow(desk);
        queries.setGrant(desk, Desk.SENIOR, senior);
    }

    /**
     * Gives a desk below mine the right to decide in bulk, or takes it back: {@link Desk#ONE_CLICK} or, to provinces
     * alone, {@link Desk#SKIP_LEVEL} (REV-07, ROLE-06).
     *
     * @throws Problem {@code organization.error.not-yours} unless I hold the desk right above it; {@code
     *     organization.error.grant-level} for 越级接收 below a province
     */
    @Transactional
    @PreAuthorize("hasRole('REVIEWER')")
    public void setGrant(UUID desk, String grant, boolean given) {
        requireBelow(desk);
        if (!Desk.ONE_CLICK.equals(grant) && !Desk.SKIP_LEVEL.equals(grant)) {
            throw new IllegalArgumentException("not a grant of bulk review: " + grant);
        }
        if (given
                && Desk.SKIP_LEVEL.equals(grant)
                && queries.find(desk)
                        .filter(found -> found.level() == DeskLevel.PROVINCE)
                        .isEmpty()) {
            throw new Problem("organization.error.grant-level");
        }
        queries.setGrant(desk, grant, given);
    }

    /** The nation's desk for the first administrator of a new installation; once only. */
    @Transactional
    void seatFirstAdministrator(UUID account, String name) {
        var nation = queries.nation().orElseGet(() -> {
            var desk = new Desk(UUID.randomUUID(), DeskLevel.NATION, null, name, null, Set.of());
            queries.insert(desk);
            return desk;
        });
        queries.insertHolder(nation.id(), account, false, today(), null);
        accounts.grantRole(account, Role.REVIEWER);
    }

    /** Who was disabled as an administrator, and is nothing else, comes back with a desk. */
    void enableAgain(Account account) {
        if (!account.roles().isEmpty()) {
            throw new Problem("organization.error.account-disabled", account.loginName());
        }
        accounts.enable(account.id());
    }

    private void requireInside(String region, Desk superior) {
        var path = codes.path("region", region == null ? "" : region);
        if (path.isEmpty()) {
            throw new Problem("organization.error.region-missing");
        }
        if (superior.region() != null
                && path.stream().map(CodeLists.Entry::code).noneMatch(superior.region()::equals)) {
            throw new Problem("organization.error.region-outside");
        }
    }

    private Desk requireMine(UUID desk) {
        return mine().stream()
                .filter(held -> held.id().equals(desk))
                .findFirst()
                .orElseThrow(() -> new Problem("organization.error.not-yours"));
    }

    private void requireMineOrBelow(UUID desk) {
        if (mine().stream().noneMatch(held -> held.id().equals(desk))) {
            requireBelow(desk);
        }
    }

    void requireBelow(UUID desk) {
        var above = queries.find(desk).map(Desk::superior);
        if (above.isEmpty() || mine().stream().noneMatch(held -> held.id().equals(above.get()))) {
            throw new Problem("organization.error.not-yours");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
