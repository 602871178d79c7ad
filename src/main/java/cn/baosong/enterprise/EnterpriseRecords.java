package cn.baosong.enterprise;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.UUID;

/** What a feature keeps of an enterprise: shown on its page to its administrators, and asked before it is removed. */
public interface EnterpriseRecords {

    /** @return place on the page, lowest first */
    int order();

    /** @return what an administrator of the enterprise sees; that he is one is for the caller to hold */
    Component card(UUID enterprise, Locale locale);

    /** @return whether the enterprise began or filed something that must stay (ADM-05) */
    boolean any(UUID enterprise);

    /** The enterprise is removed in this transaction: what was held for it is free. */
    default void removed(UUID enterprise) {}
}
