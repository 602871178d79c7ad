package cn.baosong.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Work in a transaction of its own, beside the step that asks for it: committed before the step goes on, undone alone
 * where it fails. Whatever moves the processes of many subjects in it is one command of the engine, which writes all of it
 * together at the end.
 */
@Component
public class OwnTransaction {

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
            throw Failures.translated(failure);
        }
    }
}
