package cn.baosong.account;

import cn.baosong.account.repository.BootstrapTable;
import cn.baosong.common.Problem;
import cn.baosong.messaging.Channel;
import cn.baosong.messaging.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The first administrator and the first process owner: each comes in by a link that opens once. */
@Service
public class FirstAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

    /** For whom a link is. */
    public enum Post {
        /** Reviews for the nation, and runs the platform until others are named. */
        ADMINISTRATOR(EnumSet.of(Role.REVIEWER, Role.SENIOR, Role.OPERATOR)),
        PROCESS_OWNER(EnumSet.of(Role.PROCESS_OWNER));

        private final Set<Role> roles;

        Post(Set<Role> roles) {
            this.roles = roles;
        }
    }

    private final Map<Post, byte[]> tokens = new LinkedHashMap<>();
    private final BootstrapTable table;
    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FirstAccounts(
            BootstrapSettings settings,
            BootstrapTable table,
            Accounts accounts,
            OneTimeCodes codes,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        if (!settings.administratorToken().isEmpty()) {
            tokens.put(Post.ADMINISTRATOR, hash(settings.administratorToken()));
        }
        if (!settings.processOwnerToken().isEmpty()) {
            tokens.put(Post.PROCESS_OWNER, hash(settings.processOwnerToken()));
        }
        this.table = table;
        this.accounts = accounts;
        this.codes = codes;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return for whom an unused link is; empty for a wrong or used one, which look the same */
    public Optional<Post> open(String token) {
        var given = hash(token == null ? "" : token);
        return tokens.entrySet().stream()
                .filter(entry -> MessageDigest.isEqual(entry.getValue(), given))
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(post -> !table.used(given));
    }

    /** @return whether the phone has to be proved: only where something can send an SMS */
    public boolean needsCode() {
        return outbox.canSend(Channel.SMS);
    }

    /**
     * Makes the account and closes the link, or does neither.
     *
     * @param code what was sent to the phone for {@link CodePurpose#REGISTER}; not looked at unless {@link #needsCode}
     * @throws FieldProblems with what is wrong
     * @throws Problem when the link is wrong or used
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Account register(String token, String loginName, String password, String phone, String code, Locale locale) {
        var post = open(token).orElseThrow(FirstAccounts::refused);
        new FieldProblems.Collector()
                .add("loginName", AccountRules.loginName(loginName))
                .add("password", AccountRules.password(password))
                .add("phone", AccountRules.phone(phone))
                .add("code", needsCode() ? AccountRules.code(code) : Optional.empty())
                .throwIfAny();
        // Used in the transaction below, so that a refusal for another reason leaves the code good.
        var match = needsCode()
                ? Optional.of(codes.match(CodePurpose.REGISTER, phone, code).orElseThrow(FirstAccounts::wrongCode))
                : Optional.<UUID>empty();
        return transaction.execute(status -> {
            var account = accounts.create(loginName, password, phone, loginName, post.roles, locale);
            if (match.isPresent() && !codes.use(match.get())) {
                throw wrongCode();
            }
            try {
                table.insert(hash(token), post.name(), account.id(), clock.instant());
            } catch (DuplicateKeyException race) {
                throw refused();
            }
            if (post == Post.ADMINISTRATOR) {
                events.publishEvent(new FirstAdministratorRegistered(account.id()));
            }
            LOG.info("The one-time link for {} has been used, account {}", post, account.id());
            return account;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void hint() {
        tokens.forEach((post, token) -> {
            if (!table.used(token)) {
                LOG.info(
                        "The one-time link for {} is unused: open /setup/ followed by the token from the settings",
                        post);
            }
        });
    }

    private static FieldProblems wrongCode() {
        return new FieldProblems("code", "account.error.code");
    }

    private static Problem refused() {
        return new Problem("account.error.setup");
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("this Java has no SHA-256", failure);
        }
    }
}
