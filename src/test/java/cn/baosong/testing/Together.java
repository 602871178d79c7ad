package cn.baosong.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that begin the same thing at the same moment. */
public final class Together {

    private Together() {}

    /** @return what each came to: its value, or the exception it threw */
    public static List<Object> run(int threads, Callable<?> work) throws InterruptedException {
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var tasks = new ArrayList<Callable<Object>>();
            for (var number = 0; number < threads; number++) {
                tasks.add(() -> {
                    barrier.await();
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        return failure;
                    }
                });
            }
            var outcomes = new ArrayList<>();
            for (Future<Object> outcome : pool.invokeAll(tasks)) {
                outcomes.add(value(outcome));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Object value(Future<Object> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException failure) {
            return failure.getCause();
        }
    }
}
