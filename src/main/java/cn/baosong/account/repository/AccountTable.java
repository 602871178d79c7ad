package cn.baosong.account.repository;

import cn.baosong.account.Account;
import cn.baosong.account.LoginIdentifier;
import cn.baosong.account.Role;
import cn.baosong.account.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}. */
@Repository
public class AccountTable {

    /** An account with the hash of its password. */
    public record Stored(Account account, String passwordHash) {}

    private static final String SELECT = """
            SELECT id, login_name, phone, email, email_bound_at IS NOT NULL AS email_bound, verification, credit_code,
                   password_hash, roles, display_name, must_change_password, locale,
                   enabled, created_at
            FROM account
            """;

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when login name or phone is taken */
    public void insert(Account account, String passwordHash) {
        jdbc.sql("""
                        INSERT INTO account
                            (id, login_name, phone, email, password_hash, roles, display_name, must_change_password,
                             locale, enabled, created_at)
                        VALUES (:id, :loginName, :phone, :email, :hash, :roles, :displayName, :mustChange, :locale,
                                :enabled, :createdAt)
                        """)
                .param("id", account.id())
                .param("loginName", account.loginName())
                .param("phone", account.phone())
                .param("email", account.email())
                .param("hash", passwordHash)
                .param(
                        "roles",
                        account.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("displayName", account.displayName())
                .param("mustChange", account.mustChangePassword())
                .param("locale", account.locale().toLanguageTag())
                .param("enabled", account.enabled())
                .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Stored> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(AccountTable::map)
                .optional();
    }

    public Optional<Stored> findByLoginName(String loginName) {
        return jdbc.sql(SELECT + "WHERE lower(login_name) = :name")
                .param("name", loginName.toLowerCase(Locale.ROOT))
                .query(AccountTable::map)
                .optional();
    }

    public Optional<Stored> findByPhone(String phone) {
        return jdbc.sql(SELECT + "WHERE phone = :phone")
                .param("phone", phone)
                .query(AccountTable::map)
                .optional();
    }

    /** @return the account that is meant; a bound phone goes before a login name that looks like one */
    public Optional<Stored> findByIdentifier(LoginIdentifier meant) {
        return jdbc.sql(SELECT + """
                        WHERE lower(login_name) = CAST(:name AS text)
                           OR phone = CAST(:phone AS text)
                           OR (email_bound_at IS NOT NULL AND lower(email) = CAST(:email AS text))
                           OR credit_code = CAST(:code AS text)
                        ORDER BY phone = CAST(:phone AS text) DESC NULLS LAST, lower(login_name) = CAST(:name AS text)
                        LIMIT 1
                        """)
                .param("name", meant.loginName())
                .param("phone", meant.phone())
                .param("email", meant.email())
                .param("code", meant.creditCode())
                .query(AccountTable::map)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another account has it */
    public int setPhone(UUID id, String former, String phone) {
        return jdbc.sql("""
                        UPDATE account SET phone = :phone
                        WHERE id = :id AND phone IS NOT DISTINCT FROM CAST(:former AS text)
                        """)
                .param("id", id)
                .param("former", former)
                .param("phone", phone)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another account has the code */
    public int setVerification(UUID id, Verification verification, String creditCode) {
        return jdbc.sql("UPDATE account SET verification = :verification, credit_code = :code WHERE id = :id")
                .param("id", id)
                .param("verification", verification.name())
                .param("code", creditCode)
                .update();
    }

    public int addRole(UUID id, Role role) {
        return jdbc.sql("""
                        UPDATE account
                        SET roles = CASE WHEN :role = ANY (roles) THEN roles ELSE array_append(roles, :role) END
                        WHERE id = :id
                        """).param("id", id).param("role", role.name()).update();
    }

    public int removeRole(UUID id, Role role) {
        return jdbc.sql("UPDATE account SET roles = array_remove(roles, :role) WHERE id = :id")
                .param("id", id)
                .param("role", role.name())
                .update();
    }

    /** @return 0 when the password has been changed by another in the meantime */
    public int changePassword(UUID id, String oldHash, String newHash) {
        return jdbc.sql("""
                        UPDATE account SET password_hash = :new, must_change_password = false
                        WHERE id = :id AND password_hash = :old
                        """)
                .param("id", id)
                .param("old", oldHash)
                .param("new", newHash)
                .update();
    }

    /** Sets a password whoever knew the old one. */
    public int setPassword(UUID id, String hash, boolean mustChange) {
        return jdbc.sql("UPDATE account SET password_hash = :hash, must_change_password = :mustChange WHERE id = :id")
                .param("id", id)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .update();
    }

    /**
     * @param boundAt null for an address that is known and not proved
     * @throws org.springframework.dao.DuplicateKeyException when another account has bound it
     */
    public int setEmail(UUID id, String email, Instant boundAt) {
        return jdbc.sql("UPDATE account SET email = :email, email_bound_at = :boundAt WHERE id = :id")
                .param("id", id)
                .param("email", email)
                .param("boundAt", boundAt == null ? null : boundAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public int setEnabled(UUID id, boolean enabled) {
        return jdbc.sql("UPDATE account SET enabled = :enabled WHERE id = :id")
                .param("id", id)
                .param("enabled", enabled)
                .update();
    }

    /** Nobody logs in any more, and phone, e-mail and credit code are free for another account. The login name is not. */
    public int remove(UUID id) {
        return jdbc.sql("""
                        UPDATE account
                        SET enabled = false, phone = NULL, email = NULL, email_bound_at = NULL,
                            verification = 'NONE', credit_code = NULL
                        WHERE id = :id
                        """).param("id", id).update();
    }

    public int changeLocale(UUID id, Locale locale) {
        return jdbc.sql("UPDATE account SET locale = :locale WHERE id = :id")
                .param("id", id)
                .param("locale", locale.toLanguageTag())
                .update();
    }

    private static Stored map(ResultSet row, int number) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Stored(
                new Account(
                        row.getObject("id", UUID.class),
                        row.getString("login_name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getBoolean("email_bound"),
                        Verification.valueOf(row.getString("verification")),
                        row.getString("credit_code"),
                        row.getString("display_name"),
                        roles,
                        row.getBoolean("must_change_password"),
                        Locale.forLanguageTag(row.getString("locale")),
                        row.getBoolean("enabled"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                row.getString("password_hash"));
    }
}
