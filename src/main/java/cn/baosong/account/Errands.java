package cn.baosong.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What is done after the answer, so that the time to the answer says nothing: looking up whose phone a code goes to. What
 * a killed node leaves undone is a code that does not come; its owner asks again.
 */
@Component
class Errands implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int WAITING = 1000;

    /** How many errands run at once; they begin in the order in which they came. */
    static final int RUNNERS = 2;

    private final ThreadPoolExecutor runners;

    Errands() {
        runners = new ThreadPoolExecutor(
                RUNNERS,
                RUNNERS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    var thread = new Thread(task, "account-errand");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    void later(Runnable errand) {
        runners.execute(() -> {
            try {
                errand.run();
            } catch (RuntimeException failure) {
                LOG.warn("An errand failed: {}", failure.getClass().getSimpleName());
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        runners.shutdown();
        runners.awaitTermination(5, TimeUnit.SECONDS);
    }
}
