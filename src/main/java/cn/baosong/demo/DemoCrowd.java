package cn.baosong.demo;

import cn.baosong.account.Accounts;
import cn.baosong.filing.Periods;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Many enterprises of one county, most of whose reports of the current month wait for its administrator. Made by the same
 * services as everything else, behind the running application; what a stop leaves undone, the next start goes on with.
 */
@Component
@Profile("demo")
class DemoCrowd {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCrowd.class);
    private static final int THREADS = 2;

    private final Accounts accounts;
    private final DemoRegistrations registrations;
    private final DemoReports reports;
    private final Periods periods;
    private final DemoClock clock;
    private final int size;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "demo-crowd");
        thread.setDaemon(true);
        return thread;
    });

    /** @param size how many enterprises, 0 for none */
    DemoCrowd(
            Accounts accounts,
            DemoRegistrations registrations,
            DemoReports reports,
            Periods periods,
            DemoClock clock,
            @Value("${baosong.demo.reports:0}") int size) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.reports = reports;
        this.periods = periods;
        this.clock = clock;
        this.size = size;
    }

    @EventListener(ApplicationReadyEvent.class)
    void gather() {
        var missing = DemoNames.enterprises(size).stream()
                .filter(enterprise ->
                        accounts.findByLoginName(enterprise.login()).isEmpty())
                .toList();
        var left = new AtomicInteger(missing.size());
        missing.forEach(enterprise -> workers.execute(() -> {
            arrive(enterprise);
            if (left.decrementAndGet() == 0) {
                LOG.info("{} more enterprises of the demo world have reported", missing.size());
            }
        }));
        workers.shutdown();
    }

    private void arrive(DemoEnterprise enterprise) {
        try {
            clock.daysAgo(enterprise.daysAgo(), () -> {
                registrations.playOneOfMany(enterprise);
                report(enterprise);
            });
        } catch (RuntimeException failure) {
            LOG.warn("{} does not report", enterprise.login(), failure);
        }
    }

    /** Every third can be compared with months before; a few have come to another state than waiting. */
    private void report(DemoEnterprise enterprise) {
        var month = periods.current();
        var number = enterprise.number();
        if (number % 3 == 0) {
            for (var before : List.of(month.minusYears(1), month.minusMonths(1))) {
                var filing = reports.submitted(enterprise, before, false);
                DemoReports.upFrom(enterprise).forEach(reviewer -> reports.accept(reviewer, filing));
            }
        }
        switch (number % 40) {
            case 5 -> reports.begun(enterprise, month);
            case 10 -> reports.returned(enterprise, month);
            case 15 -> reports.accept("haishu01", reports.submitted(enterprise, month, false));
            case 20 -> {
                var filing = reports.submitted(enterprise, month, false);
                DemoReports.upFrom(enterprise).forEach(reviewer -> reports.accept(reviewer, filing));
            }
            default -> reports.submitted(enterprise, month, number % 9 == 0);
        }
    }

    @PreDestroy
    void leave() {
        workers.shutdownNow();
    }
}
