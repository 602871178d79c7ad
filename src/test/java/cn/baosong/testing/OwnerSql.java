package cn.baosong.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Changes to the test database that only the owner of its tables may make. */
public final class OwnerSql {

    private OwnerSql() {}

    public static void run(String sql) {
        try (var connection = DriverManager.getConnection(
                        System.getProperty("spring.datasource.url"), "baosong_owner", "owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Has the database refuse rows while some work is done.
     *
     * @param condition on {@code NEW}
     * @param state SQL state it says
     */
    public static void refusing(String table, String condition, String state, Runnable work) {
        run("""
                CREATE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF %s THEN RAISE EXCEPTION 'cut off' USING ERRCODE = '%s'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER refuse_row BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse_row()
                """.formatted(condition, state, table));
        try {
            work.run();
        } finally {
            run("DROP TRIGGER refuse_row ON " + table + "; DROP FUNCTION refuse_row()");
        }
    }
}
