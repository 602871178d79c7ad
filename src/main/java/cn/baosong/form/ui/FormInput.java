package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.Field;
import java.util.Optional;

/** What a problem can be shown at: a field, a cell of a matrix, or a whole indicator. */
interface FormInput {

    /** @return the field, if what was typed is not of its kind */
    Optional<Field> unreadable();

    /** @param message in the reader's language, null for none */
    void error(String message);

    /** @param worst of what checks found here, null for nothing */
    void found(FindingLine.Severity worst);

    /** @param starred whether it must be filled in for a reason beyond the form */
    void star(boolean starred);

    /**
     * Takes a value as if it were typed.
     *
     * @param value as the form's values hold it, null for nothing
     * @return false where nothing can be typed now
     */
    boolean apply(Object value);

    /** @return what the form's values hold, null for nothing */
    Object value();

    /**
     * @param text as a person types it
     * @return what the form's values would hold
     * @throws IllegalArgumentException if nobody types texts here, or not such ones
     */
    Object read(String text);

    /** Brings it into view and puts the cursor there. */
    void focus();
}
