package cn.baosong.account;

import cn.baosong.account.AccountSettings.Limit;
import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.AccountTable.Stored;
import cn.baosong.common.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Tries at the door, by whoever claims to be somebody. Each is counted before anything is compared, under the account if
 * there is one, so that its phone, its e-mail and its login name share one count. Whoever does not exist is counted, and
 * answered, alike.
 */
@Component
class Doorkeeper {

    private static final String LOCKED = "account.error.locked";
    private static final int LONGEST_NAME = 64;

    private final AccountTable accounts;
    private final PasswordHashes hashes;
    private final Limits limits;
    private final AccountSettings settings;
    private final AuthenticationEventPublisher events;

    Doorkeeper(
            AccountTable accounts,
            PasswordHashes hashes,
            Limits limits,
            AccountSettings settings,
            AuthenticationEventPublisher events) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.limits = limits;
        this.settings = settings;
        this.events = events;
    }

    /** What is counted together. A password is tried at the same door wherever it is asked for. */
    enum Door {
        PASSWORD("try"),
        RECOVERY("recover");

        private final String key;

        Door(String key) {
            this.key = key;
        }
    }

    /**
     * Counts a try, outside any transaction.
     *
     * @param typed what can be a {@link LoginIdentifier}
     * @param clientAddress network address of who tries
     * @throws Problem when there were too many failures, with the time of day from which it is possible again
     */
    Attempt attempt(Door door, String typed, String clientAddress) {
        var attempt = new Attempt(typed, clientAddress);
        attempt.each(door, (what, whose, limit) -> limits.count(what, whose, limit, LOCKED));
        return attempt;
    }

    /** Looks up whom a name means, and counts the code somebody asks for in that name, whether or not it exists. */
    Attempt codeFor(String typed, String clientAddress) {
        var attempt = new Attempt(typed, clientAddress);
        countCode(attempt);
        return attempt;
    }

    /** Counts who asks for a code on a public page, whether or not the account exists. */
    void countCode(Attempt attempt) {
        limits.count("sms-address", attempt.address, settings.smsPerAddress(), "account.error.sms");
        limits.count("sms-name", attempt.whoAndAddress(), settings.smsPerAccount(), "account.error.sms");
    }

    /** @return whether the account may have one more code: asked from many addresses, still not more than one needs */
    boolean mayHaveCode(Account account) {
        return limits.allows("sms-account", account.id().toString(), settings.smsPerAccount());
    }

    final class Attempt {

        private final String name;
        private final String address;
        private final Optional<Stored> stored;

        private Attempt(String typed, String clientAddress) {
            var given = typed == null ? "" : typed.strip();
            this.name = given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) : given;
            this.address = ClientAddress.group(clientAddress);
            this.stored = accounts.findByIdentifier(LoginIdentifier.of(typed))
                    .filter(found -> found.account().enabled());
        }

        /** @return whom the name means, proved or not; nothing of it may be shown */
        Optional<Account> account() {
            return stored.map(Stored::account);
        }

        /** @return the account if the password is its own; costs the same where there is none */
        Optional<Account> withPassword(String password) {
            var right =
                    hashes.matches(password, stored.map(Stored::passwordHash).orElse(null));
            return account().filter(found -> right);
        }

        /** @return the account if {@code check} holds of it; asked with a null id where there is none, at the same cost */
        Optional<Account> with(String secret, BiPredicate<UUID, String> check) {
            var right = check.test(account().map(Account::id).orElse(null), secret);
            return account().filter(found -> right);
        }

        /** Takes the count back: it was the owner. */
        void forgive() {
            each(Door.PASSWORD, limits::forgive);
        }

        /** Opens every door again for the owner, who has proved to be it another way. */
        void reset() {
            for (var door : Door.values()) {
                limits.reset(door.key + "-name-address", whoAndAddress(), settings.triesPerNameAndAddress());
                limits.reset(door.key + "-name", who(), settings.triesPerName());
            }
        }

        Problem refused(String key) {
            events.publishAuthenticationFailure(new BadCredentialsException("refused"), token());
            return new Problem(key);
        }

        private void each(Door door, Counting counting) {
            counting.of(door.key + "-name-address", whoAndAddress(), settings.triesPerNameAndAddress());
            counting.of(door.key + "-name", who(), settings.triesPerName());
            counting.of(door.key + "-address", address, settings.triesPerAddress());
        }

        private String who() {
            return account().map(found -> found.id().toString()).orElse(name.toLowerCase(Locale.ROOT));
        }

        private String whoAndAddress() {
            return who() + "\n" + address;
        }

        /** What listeners see of a failed try: the name if it can be one, never the password. */
        private UsernamePasswordAuthenticationToken token() {
            return UsernamePasswordAuthenticationToken.unauthenticated(
                    AccountRules.loginName(name).isPresent() ? "?" : name, null);
        }
    }

    @FunctionalInterface
    private interface Counting {
        void of(String what, String whose, List<Limit> limits);
    }
}
