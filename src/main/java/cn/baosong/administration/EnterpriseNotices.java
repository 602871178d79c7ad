package cn.baosong.administration;

import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.organization.Desks;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells an enterprise and the desks concerned what an administrator did. */
@Component
class EnterpriseNotices {

    /** Who cannot log in reads no message on the platform: a phone or a bound e-mail says it. */
    private static final Set<Way> EVERY_WAY = EnumSet.allOf(Way.class);

    private static final String ENTERPRISES = "/enterprises";

    private final Notifier notifier;
    private final Desks desks;

    EnterpriseNotices(Notifier notifier, Desks desks) {
        this.notifier = notifier;
        this.desks = desks;
    }

    void disabled(MonitoredEnterprise enterprise, String reason) {
        notifier.tell(enterprise.account(), EVERY_WAY, "enterprise-disabled", null, enterprise.name(), reason);
    }

    void enabled(MonitoredEnterprise enterprise, String reason) {
        notifier.tell(enterprise.account(), EVERY_WAY, "enterprise-enabled", null, enterprise.name(), reason);
    }

    /** Before its phone is forgotten. */
    void removed(MonitoredEnterprise enterprise, String reason) {
        notifier.tell(enterprise.account(), EVERY_WAY, "enterprise-removed", null, enterprise.name(), reason);
    }

    void reviewerChanged(MonitoredEnterprise enterprise, String newDesk) {
        notifier.tell(
                enterprise.account(),
                EnumSet.of(Way.INBOX),
                "reviewer-changed",
                null,
                enterprise.name(),
                enterprise.deskName(),
                newDesk);
    }

    /**
     * One message for each holder of a desk that gave or got enterprises.
     *
     * @param first name of one of them, @param many how many, @param reviews how many waiting reviews went along
     */
    void handedOver(UUID desk, String from, String to, String first, int many, int reviews) {
        desks.heldToday(desk)
                .forEach(holder -> notifier.tell(
                        holder,
                        EnumSet.of(Way.INBOX),
                        "reviewer-changed-desk",
                        ENTERPRISES,
                        first,
                        many,
                        from,
                        to,
                        reviews));
    }
}
