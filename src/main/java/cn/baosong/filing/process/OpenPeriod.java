package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.Periods;
import org.springframework.stereotype.Component;

/** Opens the report periods of every scheme. */
@Component
class OpenPeriod extends StepDelegate {

    private final Periods periods;

    OpenPeriod(Periods periods) {
        this.periods = periods;
    }

    @Override
    protected void run(Step step) {
        periods.open(step);
    }
}
