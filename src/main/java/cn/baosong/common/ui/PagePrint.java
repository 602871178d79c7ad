package cn.baosong.common.ui;

import com.vaadin.flow.component.button.Button;

/** Prints the page one looks at. */
public final class PagePrint extends Button {

    public PagePrint() {
        setId("print");
        addClassName("print-page");
        setText(getTranslation("common.print"));
        // Printing begins in the browser, without asking the server.
        getElement().executeJs("this.addEventListener('click', () => window.print())");
    }
}
