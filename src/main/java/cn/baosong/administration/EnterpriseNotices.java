package cn.baosong.administration;

import cn.baosong.organization.AdministrationEvent;
import cn.baosong.organization.AdministrationNotices;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells an enterprise and the desks concerned what an administrator did. */
@Component
class EnterpriseNotices {

    private static final String ENTERPRISES = "/enterprises";

    private final AdministrationNotices notices;
    private final Desks desks;
    private final DeskTitles titles;

    EnterpriseNotices(AdministrationNotices notices, Desks desks, DeskTitles titles) {
        this.notices = notices;
        this.desks = desks;
        this.titles = titles;
    }

    void disabled(MonitoredEnterprise enterprise, String reason) {
        tell(enterprise, AdministrationEvent.ENTERPRISE_DISABLED, reason);
    }

    void enabled(MonitoredEnterprise enterprise, String reason) {
        tell(enterprise, AdministrationEvent.ENTERPRISE_ENABLED, reason);
    }

    /** Before its phone is forgotten. */
    void removed(MonitoredEnterprise enterprise, String reason) {
        tell(enterprise, AdministrationEvent.ENTERPRISE_REMOVED, reason);
    }

    private void tell(MonitoredEnterprise enterprise, AdministrationEvent event, String reason) {
        notices.tell(enterprise.account(), event, null, enterprise.name(), reason, titles.mine());
    }

    void reviewerChanged(MonitoredEnterprise enterprise, UUID newDesk) {
        notices.tell(
                enterprise.account(),
                AdministrationEvent.REVIEWER_CHANGED,
                null,
                enterprise.name(),
                titles.of(enterprise.desk()),
                titles.of(newDesk));
    }

    /**
     * One message for each holder of a desk that gave or got enterprises.
     *
     * @param first name of one of them, @param many how many, @param reviews how many waiting reviews went along
     */
    void handedOver(UUID desk, UUID from, UUID to, String first, int many, int reviews) {
        desks.heldToday(desk)
                .forEach(holder -> notices.tell(
                        holder,
                        AdministrationEvent.REVIEWER_CHANGED_DESK,
                        ENTERPRISES,
                        first,
                        many,
                        titles.of(from),
                        titles.of(to),
                        reviews));
    }
}
