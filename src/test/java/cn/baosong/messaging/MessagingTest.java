package cn.baosong.messaging;

import cn.baosong.testing.TestPostgres;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own, so that no message of another test is carried away. The application itself carries nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class MessagingTest {

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var url = TestPostgres.newDatabase("baosong_messaging");
        properties.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void nothingWaitsAndNothingFails() {
        jdbc.sql("DELETE FROM outbox_message").update();
        jdbc.sql("DELETE FROM channel_state").update();
    }

    UUID send(TestNode node, Message message) {
        return new TransactionTemplate(transactions)
                .execute(status -> node.outbox().send(message));
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    Object column(UUID id, String column) {
        return jdbc.sql("SELECT " + column + " FROM outbox_message WHERE id = :id")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getObject(column)))
                .single()
                .orElse(null);
    }

    long count(String status) {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }
}
