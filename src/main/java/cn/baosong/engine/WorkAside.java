package cn.baosong.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that starts processes and moves them on, in transactions of its own, one after the other: what one of them did
 * stands, whatever becomes of the next. Inside a step the engine writes nothing before the step ends, not even in an
 * {@link OwnTransaction}, so that nobody finds the task of a process just started; here every call of the engine is a
 * command by itself, on a thread beside the step, which waits. Nobody is signed in there.
 */
@Component
public class WorkAside {

    private final TransactionTemplate transaction;

    WorkAside(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * @param work must not wait for anything the step has locked
     * @return what the work returns, after its transaction is committed; what it throws is thrown, all of it undone
     */
    public <T> T run(Supplier<T> work) {
        var task = new FutureTask<T>(() -> transaction.execute(status -> work.get()));
        var thread = new Thread(task, Thread.currentThread().getName() + "-own");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the platform is stopping", stopped);
        }
    }
}
