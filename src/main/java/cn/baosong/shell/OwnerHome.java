package cn.baosong.shell;

import cn.baosong.common.ui.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Where a process owner begins. */
class OwnerHome extends Div {

    OwnerHome() {
        add(new Card(getTranslation("shell.home.owner.title"), new Paragraph(getTranslation("shell.home.owner.text"))));
    }
}
