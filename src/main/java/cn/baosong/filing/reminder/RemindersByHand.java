package cn.baosong.filing.reminder;

import cn.baosong.filing.repository.ReminderRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the reminders administrators send (催报, QRY-05) beside those of the model {@code remind}: one record of both. Asks
 * for no role: whoever calls it has held whom the caller may remind.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RemindersByHand {

    private final ReminderRepository repository;
    private final Clock clock;

    RemindersByHand(ReminderRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Records that an administrator reminds these today; whoever was reminded by one today already, of whatever month, is
     * left out, also where that happens at this moment.
     *
     * @param sender account of the administrator, {@code desk} name of the desk he acts for
     * @return whom to tell
     */
    public List<Recipient> record(
            String scheme, YearMonth month, Collection<UUID> enterprises, UUID sender, String desk) {
        return repository.recordByHand(scheme, month, enterprises, LocalDate.now(clock), sender, desk, clock.instant());
    }
}
