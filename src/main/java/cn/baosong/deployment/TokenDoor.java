package cn.baosong.deployment;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.AddressLimits;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Problem;
import cn.baosong.deployment.repository.AccessTokenTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells whose access token a request bears. A password opens nothing here: it would do so without the code by SMS that
 * every login asks for.
 */
@Component
public class TokenDoor {

    private static final int LONGEST_HEADER = 500;

    private final AccessTokenTable table;
    private final Accounts accounts;
    private final AddressLimits limits;
    private final DeploymentSettings settings;
    private final Clock clock;

    TokenDoor(
            AccessTokenTable table, Accounts accounts, AddressLimits limits, DeploymentSettings settings, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param authorization the header: {@code Bearer <token>}, or {@code Basic} with the login name and the token as
     *     password; null for none
     * @param clientAddress network address of who asks
     * @return the process owner, in that role alone; empty where the token is wrong, ended, or its account may not
     * @throws Problem when too many wrong ones came from the address
     */
    public Optional<SignedIn> enter(String authorization, String clientAddress) {
        if (authorization == null || authorization.isBlank()) {
            return Optional.empty();
        }
        var owner = Presented.of(authorization).flatMap(this::owner);
        if (owner.isEmpty()) {
            limits.count("access-token", clientAddress, settings.failuresPerAddress(), "deployment.error.often");
        }
        return owner;
    }

    private Optional<SignedIn> owner(Presented presented) {
        if (!TokenSecret.isOne(presented.secret())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var held = table.byHash(TokenSecret.hash(presented.secret()))
                .filter(found -> found.token().holds(now));
        var owner = held.flatMap(found -> accounts.find(found.account()))
                .filter(TokenDoor::mayDeploy)
                .filter(account ->
                        presented.loginName() == null || presented.loginName().equalsIgnoreCase(account.loginName()));
        owner.ifPresent(account -> table.used(held.get().token().id(), now));
        return owner.map(account ->
                new SignedIn(account.id(), account.loginName(), account.phone(), Set.of(Role.PROCESS_OWNER)));
    }

    private static boolean mayDeploy(Account account) {
        return account.enabled()
                && !account.mustChangePassword()
                && account.roles().contains(Role.PROCESS_OWNER);
    }

    /** @param loginName null where only the token was sent */
    private record Presented(String loginName, String secret) {

        static Optional<Presented> of(String header) {
            var parts = header.strip().split("\\s+", 2);
            if (parts.length < 2 || header.length() > LONGEST_HEADER) {
                return Optional.empty();
            }
            if (parts[0].equalsIgnoreCase("Bearer")) {
                return Optional.of(new Presented(null, parts[1]));
            }
            if (!parts[0].equalsIgnoreCase("Basic")) {
                return Optional.empty();
            }
            try {
                var pair = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                var colon = pair.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new Presented(pair.substring(0, colon), pair.substring(colon + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }
}
