package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "58030", "XX000", "40001", "40P01", "55P03"})
    void whatIsAboutTheDatabasePasses(String state) {
        assertThat(Failures.passing(said(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "22001", "42P01", "P0001"})
    void whatIsAboutTheStatementDoesNot(String state) {
        assertThat(Failures.passing(said(state))).isFalse();
    }

    @Test
    void springAndTheEngineAreUnderstoodAsWell() {
        assertThat(Failures.passing(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(Failures.passing(new TransactionSystemException("no rollback")))
                .isTrue();
        assertThat(Failures.passing(new QueryTimeoutException("too long"))).isTrue();
        assertThat(Failures.passing(new CannotAcquireLockException("locked"))).isTrue();
        assertThat(Failures.passing(new OptimisticLockingException("moved"))).isTrue();
        assertThat(Failures.passing(new IllegalStateException("stopping", new InterruptedException())))
                .isTrue();
        assertThat(Failures.passing(new DuplicateKeyException("twice"))).isFalse();
        assertThat(Failures.passing(new NullPointerException())).isFalse();
        assertThat(Failures.passing(new IllegalStateException(new IllegalArgumentException())))
                .isFalse();
    }

    private static RuntimeException said(String state) {
        return new ProcessEngineException("a step failed", new SQLException("said", state));
    }
}
