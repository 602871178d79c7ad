package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.reminder.ReminderProcess;
import cn.baosong.filing.reminder.Reminders;
import cn.baosong.filing.reminder.Turn;
import org.springframework.stereotype.Component;

/** Reminds the next enterprises. Sets the flag {@code enterprisesLeft}, and keeps where the sweep stands. */
@Component
class RemindEnterprises extends StepDelegate {

    private final Reminders reminders;

    RemindEnterprises(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    protected void run(Step step) {
        var last = (String) step.flag("remindedTurn");
        var turn = reminders.remind(step, last == null ? null : Turn.parse(last));
        step.flag("remindedTurn", turn.map(Turn::toString).orElse(null));
        step.flag(ReminderProcess.ENTERPRISES_LEFT, turn.isPresent());
    }
}
