package cn.baosong.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Work in a transaction of its own, beside the step that asks for it: committed before the step goes on, undone alone
 * where it fails. Whatever moves the processes of many subjects in it is one command of the engine, which writes all of it
 * together at the end.
 */
@Component
public class OwnTransaction {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final ProcessEngine engine;

    OwnTransaction(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * @throws ConcurrencyFailureException where somebody else moved the same at the same time, whoever of engine and
     *     database found out; nothing is kept and it may be tried again
     * @throws DataAccessResourceFailureException where the database is away
     */
    public void run(Runnable work) {
        try {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequiresNew()
                    .execute(context -> {
                        work.run();
                        return null;
                    });
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    /** The engine does not translate what the database says: deadlocks and refused locks come as they are. */
    private static RuntimeException translated(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            if (cause instanceof CannotCreateTransactionException
                    || state.startsWith("08")
                    || state.startsWith("57P")) {
                return new DataAccessResourceFailureException("the database is away", failure);
            }
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || state.startsWith("40")
                    || state.equals(LOCK_NOT_AVAILABLE)) {
                return new PessimisticLockingFailureException("somebody else moved the same", failure);
            }
        }
        return failure;
    }
}
