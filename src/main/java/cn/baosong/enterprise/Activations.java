package cn.baosong.enterprise;

import cn.baosong.account.ActivationCodes;
import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.repository.ActivationRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The direct reviewer hands out activation codes (激活码, LOGIN-18, LOGIN-20, CON-16) to enterprises of the old platform
 * that have no phone. Only those of the desks one holds today are there.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class Activations {

    /**
     * A code that was just made.
     *
     * @param code readable here and now only
     */
    public record Issued(String enterprise, String loginName, String code, Instant until) {

        @Override
        public String toString() {
            return "Issued[" + enterprise + "]";
        }
    }

    private final ActivationRepository repository;
    private final ActivationCodes codes;
    private final Desks desks;
    private final CurrentUser user;
    private final Clock clock;

    Activations(ActivationRepository repository, ActivationCodes codes, Desks desks, CurrentUser user, Clock clock) {
        this.repository = repository;
        this.codes = codes;
        this.desks = desks;
        this.user = user;
        this.clock = clock;
    }

    /** @param text part of the name or of the user ID; empty for all. By name */
    public List<InactiveEnterprise> waiting(String text, int offset, int limit) {
        return repository.waiting(myDesks(), today(), text.strip(), clock.instant(), offset, limit);
    }

    public int count(String text) {
        return repository.count(myDesks(), today(), text.strip());
    }

    /**
     * Makes a code for the enterprise's account; the one before is void.
     *
     * @throws Problem {@code enterprise.error.not-inactive} for an enterprise of other desks, one that has a phone, and
     *     one there is not, all alike
     */
    @Transactional
    public Issued issue(UUID enterprise) {
        var found = repository
                .lockInactive(myDesks(), today(), enterprise)
                .orElseThrow(() -> new Problem("enterprise.error.not-inactive"));
        var code = codes.issue(found.account(), user.require().accountId());
        var until = codes.pendingUntil(found.account()).orElseThrow();
        return new Issued(found.name(), found.loginName(), code, until);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Set<UUID> myDesks() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }
}
