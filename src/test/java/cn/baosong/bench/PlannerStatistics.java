package cn.baosong.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;

/**
 * Lets the planner know the tables, as in an installation that has run for a while: what the database's own housekeeping
 * would do a minute later, in the middle of a round. It takes the owner of the tables; for the role of the application
 * the database skips them.
 */
@TestComponent
final class PlannerStatistics {

    private final String url;
    private final String owner;
    private final String password;

    PlannerStatistics(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.liquibase.user}") String owner,
            @Value("${spring.liquibase.password}") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    void refresh() {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
