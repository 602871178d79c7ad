package cn.baosong.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of work in the database apart, whoever of engine, driver and Spring found out. */
public final class Failures {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Classes of SQL states (PostgreSQL, appendix A) that are about the database and not about what it was asked: connection,
     * resources, shutdown, system and internal errors.
     */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58", "XX");

    /** Transaction rollback: deadlock and serialization. */
    private static final String ROLLED_BACK = "40";

    private Failures() {}

    /**
     * @return whether the same work may well succeed later: the database was away, somebody else was in the way, or the
     *     platform is stopping. All else will fail again
     */
    public static boolean passing(RuntimeException failure) {
        var named = translated(failure);
        for (Throwable cause = named; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** The engine does not translate what the database says: deadlocks and refused locks come as they are. */
    static RuntimeException translated(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            var kind = state.length() < 2 ? "" : state.substring(0, 2);
            // The second: the connection went with the database, so that not even the rollback came through.
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || AWAY.contains(kind)) {
                return new DataAccessResourceFailureException("the database is away", failure);
            }
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || kind.equals(ROLLED_BACK)
                    || state.equals(LOCK_NOT_AVAILABLE)) {
                return new PessimisticLockingFailureException("somebody else moved the same", failure);
            }
        }
        return failure;
    }
}
