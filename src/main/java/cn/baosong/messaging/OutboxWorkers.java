package cn.baosong.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that drain the outbox of this node: a few for urgent messages alone, a few for all. They sleep until a
 * commit wakes them, and look by themselves at times for what other nodes left.
 */
@Component
class OutboxWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorkers.class);
    private static final long LONGEST_STOP_MILLIS = 5000;

    private final OutboxDelivery delivery;
    private final MessagingSettings settings;
    private final Semaphore urgent = new Semaphore(0);
    private final Semaphore ordinary = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    OutboxWorkers(OutboxDelivery delivery, MessagingSettings settings) {
        this.delivery = delivery;
        this.settings = settings;
    }

    void wake(boolean urgentOne) {
        var signal = urgentOne ? urgent : ordinary;
        if (signal.availablePermits() < (urgentOne ? settings.urgentWorkers() : settings.workers())) {
            signal.release();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var number = 1; number <= settings.urgentWorkers(); number++) {
            launch("outbox-urgent-" + number, true, number == 1, urgent);
        }
        for (var number = 1; number <= settings.workers(); number++) {
            launch("outbox-" + number, false, false, ordinary);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        urgent.release(settings.urgentWorkers());
        ordinary.release(settings.workers());
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_STOP_MILLIS);
        for (var thread : threads) {
            try {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                thread.join(Math.max(1, left));
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
            thread.interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void launch(String name, boolean urgentOnly, boolean sweeps, Semaphore signal) {
        var thread = new Thread(() -> work(urgentOnly, sweeps, signal), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** @param sweeps whether this thread looks for what is too late, once in a poll */
    private void work(boolean urgentOnly, boolean sweeps, Semaphore signal) {
        var swept = System.nanoTime() - settings.poll().toNanos();
        while (running) {
            var idle = true;
            try {
                if (sweeps && System.nanoTime() - swept >= settings.poll().toNanos()) {
                    swept = System.nanoTime();
                    delivery.dropLate();
                }
                idle = delivery.deliver(urgentOnly, () -> running) == 0;
            } catch (RuntimeException failure) {
                // The database may be away for a while: the rows are safe there, the next round finds them.
                LOG.warn("Outbox round failed: {}", failure.getClass().getSimpleName());
            }
            if (idle) {
                try {
                    signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException interruption) {
                    return;
                }
            }
        }
    }
}
