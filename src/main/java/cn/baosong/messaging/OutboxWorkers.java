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
 * The threads that drain the outbox of this node: one for urgent messages alone, a few for all. They sleep until a
 * commit wakes them, and look by themselves at times for what other nodes left.
 */
@Component
class OutboxWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorkers.class);

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
        if (signal.availablePermits() < settings.workers()) {
            signal.release();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        launch("outbox-urgent", true, urgent);
        for (var number = 1; number <= settings.workers(); number++) {
            launch("outbox-" + number, false, ordinary);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        urgent.release();
        ordinary.release(settings.workers());
        for (var thread : threads) {
            try {
                thread.join(5000);
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

    private void launch(String name, boolean urgentOnly, Semaphore signal) {
        var thread = new Thread(() -> work(urgentOnly, signal), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void work(boolean urgentOnly, Semaphore signal) {
        while (running) {
            var idle = true;
            try {
                if (urgentOnly) {
                    delivery.dropLate();
                }
                idle = delivery.deliver(urgentOnly) == 0;
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
