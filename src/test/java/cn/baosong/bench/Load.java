package cn.baosong.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done over and over by a number of threads. */
final class Load {

    private Load() {}

    /** @return how often {@code work} was done in a second, all threads together, until the last had finished */
    static double perSecond(int threads, Duration time, Runnable work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begun = System.nanoTime();
            long deadline = begun + time.toNanos();
            List<Future<Integer>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                parts.add(pool.submit(() -> {
                    int done = 0;
                    while (System.nanoTime() < deadline) {
                        work.run();
                        done++;
                    }
                    return done;
                }));
            }
            int done = 0;
            for (Future<Integer> part : parts) {
                done += part.get();
            }
            return done / ((System.nanoTime() - begun) / 1e9);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the work under load failed", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
