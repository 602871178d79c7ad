package cn.baosong.review.ui;

import com.vaadin.flow.component.Component;

/** Supplied where there is something to do with many reviews at once. Without one the inbox shows no ticks. */
public interface InboxActions {

    /**
     * Asked anew whenever what is chosen changes.
     *
     * @return what stands at the end of the bar above the list
     */
    Component bar(InboxSelection selection);
}
