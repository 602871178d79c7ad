package cn.baosong.account.repository;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Columns {@code display_name} and {@code profile} of table {@code account}. */
@Repository
public class ProfileTable {

    private final JdbcClient jdbc;

    ProfileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return a JSON object, empty for an unknown account */
    public String values(UUID account) {
        return jdbc.sql("SELECT profile::text FROM account WHERE id = :id")
                .param("id", account)
                .query(String.class)
                .optional()
                .orElse("{}");
    }

    /** @return whether this made a difference */
    public boolean change(UUID account, String displayName, String values) {
        return jdbc.sql("""
                        UPDATE account SET display_name = :name, profile = CAST(:profile AS jsonb)
                        WHERE id = :id AND (display_name <> :name OR profile <> CAST(:profile AS jsonb))
                        """)
                        .param("id", account)
                        .param("name", displayName)
                        .param("profile", values)
                        .update()
                == 1;
    }
}
