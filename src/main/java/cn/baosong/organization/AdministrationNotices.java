package cn.baosong.organization;

import cn.baosong.account.Notifier;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whom an administrator's action concerns, by the ways and with the text of {@link AdministrationRules}. */
@Component
public class AdministrationNotices {

    private final AdministrationRules rules;
    private final Notifier notifier;

    AdministrationNotices(AdministrationRules rules, Notifier notifier) {
        this.rules = rules;
        this.notifier = notifier;
    }

    /**
     * Leaves the messages in the caller's transaction.
     *
     * @param link path of the page it is about, beginning with a slash; null for none
     * @param arguments values of {@code {0}}, {@code {1}} …; none null
     * @throws cn.baosong.common.Problem {@code organization.error.table} where the table cannot be read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID account, AdministrationEvent event, String link, Object... arguments) {
        rules.told(event).ifPresent(told -> notifier.tell(account, told.ways(), told.template(), link, arguments));
    }
}
