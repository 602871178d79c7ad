package cn.baosong.storage;

import cn.baosong.common.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A reason why the embedded database cannot run that the person at the console can mend. No application context stands
 * yet, so its message is both languages at once: one sentence each, what is wrong and what to do.
 */
final class StorageFailure extends Problem {

    StorageFailure(String key, Object... arguments) {
        super(key, arguments);
    }

    @Override
    public String getMessage() {
        return String.join(System.lineSeparator(), List.of(sentence(Locale.ROOT), sentence(Locale.ENGLISH)));
    }

    private String sentence(Locale locale) {
        String pattern =
                ResourceBundle.getBundle("vaadin-i18n/translations", locale).getString(key());
        return new MessageFormat(pattern, locale).format(arguments());
    }
}
