package cn.baosong.account.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** Messages were read on this page: whoever counts them counts again. */
final class MessagesRead extends ComponentEvent<UI> {

    MessagesRead(UI page) {
        super(page, false);
    }
}
