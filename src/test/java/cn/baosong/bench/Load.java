package cn.baosong.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work done over and over by a number of threads. */
final class Load {

    private Load() {}

    /** @return how often {@code work} was done in a second, all threads together, until the last had finished */
    static double perSecond(int threads, Duration time, Runnable work) {
        long deadline = System.nanoTime() + time.toNanos();
        return perSecond(threads, () -> {
            int done = 0;
            while (System.nanoTime() < deadline) {
                work.run();
                done++;
            }
            return done;
        });
    }

    /** @return how many of the things were done in a second, each by whichever thread was free, until the last was done */
    static <T> double perSecond(int threads, Collection<T> things, Consumer<T> work) {
        var left = new ConcurrentLinkedQueue<>(things);
        return perSecond(threads, () -> {
            int done = 0;
            for (T next = left.poll(); next != null; next = left.poll()) {
                work.accept(next);
                done++;
            }
            return done;
        });
    }

    private static double perSecond(int threads, Callable<Integer> part) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begun = System.nanoTime();
            List<Future<Integer>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                parts.add(pool.submit(part));
            }
            int done = 0;
            for (Future<Integer> each : parts) {
                done += each.get();
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
