package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;

/** Parts of a long page that addresses lead to, such as {@code #s3}. */
public final class Marks {

    /** The page is drawn before it is put into the document, and both after the browser has looked for the mark. */
    private static final String OPEN = """
            const open = () => this.isConnected
                ? document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
                : requestAnimationFrame(open);
            open();
            """;

    private Marks() {}

    /** Shows the part the address names; to be called when the page is attached. */
    public static void open(Component page) {
        page.getElement().executeJs(OPEN);
    }
}
