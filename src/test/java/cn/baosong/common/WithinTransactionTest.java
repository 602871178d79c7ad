package cn.baosong.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class WithinTransactionTest {

    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database());
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final WithinTransaction<String, String> known = new WithinTransaction<>();

    @Test
    void remembersUntilTheTransactionEnds() {
        transaction.executeWithoutResult(status -> {
            assertThat(known.find("a")).isEmpty();
            assertThat(known.remember("a", "one")).isEqualTo("one");
            assertThat(known.find("a")).contains("one");
            assertThat(known.find("b")).isEmpty();
        });

        assertThat(known.find("a")).isEmpty();
        transaction.executeWithoutResult(
                status -> assertThat(known.find("a")).as("in the next one").isEmpty());
    }

    @Test
    void forgetsWithARollback() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    known.remember("a", "one");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        transaction.executeWithoutResult(status -> assertThat(known.find("a")).isEmpty());
    }

    @Test
    void forgetsWhatItIsToldTo() {
        transaction.executeWithoutResult(status -> {
            known.forget("a");
            known.remember("a", "one");
            known.forget("a");
            assertThat(known.find("a")).isEmpty();
        });
    }

    @Test
    void aTransactionOfItsOwnSeesNothingOfTheOneAround() {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            known.remember("a", "outer");
            own.executeWithoutResult(inner -> {
                assertThat(known.find("a")).isEmpty();
                known.remember("a", "inner");
            });
            assertThat(known.find("a")).contains("outer");
        });
    }

    @Test
    void remembersNothingWithoutATransaction() {
        var none = new TransactionTemplate(transactions);
        none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

        assertThat(known.remember("a", "one")).isEqualTo("one");
        assertThat(known.find("a")).isEmpty();
        none.executeWithoutResult(status -> {
            known.remember("a", "one");
            assertThat(known.find("a")).isEmpty();
        });
    }

    private static PGSimpleDataSource database() {
        var source = new PGSimpleDataSource();
        source.setUrl(System.getProperty("spring.datasource.url"));
        source.setUser(System.getProperty("spring.datasource.username"));
        source.setPassword(System.getProperty("spring.datasource.password"));
        return source;
    }
}
