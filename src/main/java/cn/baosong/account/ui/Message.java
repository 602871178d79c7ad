package cn.baosong.account.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.html.Div;

/** The line above the fields of a form: what was done, or what went wrong, until the next try. */
final class Message extends Div {

    Message() {
        setId("message");
        getElement().setAttribute("aria-live", "polite");
    }

    void refuse(Problem problem) {
        say(Callout.Kind.BAD, problem.key(), problem.arguments());
    }

    /** @param key of a translation */
    void say(Callout.Kind kind, String key, Object... arguments) {
        clear();
        add(new Callout(kind, getTranslation(key, arguments)));
    }

    void clear() {
        removeAll();
    }
}
