package cn.baosong.deployment;

import cn.baosong.account.AccountEvent;
import cn.baosong.account.AccountLog;
import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.deployment.repository.AccessTokenTable;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The access tokens of the process owner who asks. An id of another's does nothing. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class AccessTokens {

    /** Characters a name may have. */
    public static final int NAME_LIMIT = 40;

    private final AccessTokenTable table;
    private final CurrentUser user;
    private final DeploymentSettings settings;
    private final AccountLog log;
    private final Clock clock;

    AccessTokens(AccessTokenTable table, CurrentUser user, DeploymentSettings settings, AccountLog log, Clock clock) {
        this.table = table;
        this.user = user;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** @param secret readable here and now only: the platform keeps a hash of it */
    public record NewToken(AccessToken token, String secret) {

        @Override
        public String toString() {
            return "NewToken[" + token.id() + "]";
        }
    }

    /** @return mine, the newest first, those no longer in force included */
    public List<AccessToken> mine() {
        return table.of(user.requireAccount());
    }

    /**
     * @param name for its owner, so that it can be told from others
     * @param days from now on, 1 to the longest of {@link DeploymentSettings}
     * @throws Problem when name or days are not so, or there are too many
     */
    @Transactional
    public NewToken make(String name, int days) {
        var me = user.requireAccount();
        var wanted = name == null ? "" : name.strip();
        if (wanted.isEmpty() || wanted.length() > NAME_LIMIT || wanted.chars().anyMatch(Character::isISOControl)) {
            throw new Problem("deployment.error.token-name", NAME_LIMIT);
        }
        if (days < 1 || days > settings.longestTokenDays()) {
            throw new Problem("deployment.error.token-days", settings.longestTokenDays());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (table.of(me).stream().filter(token -> token.holds(now)).count() >= settings.tokensPerOwner()) {
            throw new Problem("deployment.error.token-many", settings.tokensPerOwner());
        }
        var secret = TokenSecret.random();
        var token = new AccessToken(UUID.randomUUID(), wanted, now, now.plus(Duration.ofDays(days)), null, null);
        table.insert(me, token, TokenSecret.hash(secret));
        log.add(me, AccountEvent.TOKEN_MADE, wanted);
        return new NewToken(token, secret);
    }

    /** Ends a token of mine at once; one that is no longer in force stays as it is. */
    @Transactional
    public void revoke(UUID id) {
        var me = user.requireAccount();
        table.revoke(me, id, clock.instant()).ifPresent(name -> log.add(me, AccountEvent.TOKEN_REVOKED, name));
    }
}
