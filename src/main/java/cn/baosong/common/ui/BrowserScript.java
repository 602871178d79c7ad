package cn.baosong.common.ui;

import com.vaadin.flow.component.AttachEvent;
import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A script of the product that draws in an element.
 *
 * @param file where it lies
 * @param function what it gives the browser: takes the element, then what is to be drawn
 */
record BrowserScript(String file, String function) {

    /** Has the browser load the script, if it has not, and draws as soon as it is there. */
    void draw(AttachEvent attached, Serializable... given) {
        attached.getUI().getPage().addJavaScript(file);
        var handedOn = IntStream.range(0, given.length)
                .mapToObj(place -> ", $" + place)
                .collect(Collectors.joining());
        attached.getSource().getElement().executeJs("""
                        const draw = () => window.%1$s
                            ? window.%1$s(this%2$s) : setTimeout(draw, 50);
                        draw();
                        """.formatted(function, handedOn), given);
    }
}
