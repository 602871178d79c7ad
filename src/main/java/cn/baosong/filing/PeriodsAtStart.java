package cn.baosong.filing;

import cn.baosong.engine.Flow;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the months a new or a long stopped installation has missed, before anybody asks for one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PeriodsAtStart implements ApplicationRunner {

    private final Flow flow;

    PeriodsAtStart(Flow flow) {
        this.flow = flow;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        flow.startSweep(FilingProcess.OPEN_PERIOD);
    }
}
