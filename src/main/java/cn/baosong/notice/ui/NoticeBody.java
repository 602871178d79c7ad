package cn.baosong.notice.ui;

import com.vaadin.flow.component.markdown.Markdown;
import java.util.regex.Pattern;

/**
 * The text of a notice. The browser's renderer lets no script through; here tags become text and pictures become links
 * before it sees them, also in the preview of what has not been checked yet.
 */
final class NoticeBody extends Markdown {

    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

    NoticeBody() {
        addClassName("notice-body");
    }

    NoticeBody(String text) {
        this();
        say(text);
    }

    void say(String text) {
        setContent(TAG.matcher(text).replaceAll("&lt;").replace("![", "["));
    }
}
