package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.Field;
import java.util.Optional;

/** What a problem can be shown at: a field, a cell of a matrix, or a whole indicator. */
interface FormInput {

    /** @return the field, if what was typed is not of its kind */
    Optional<Field> unreadable();

    /** @param message in the reader's language, null for none */
    void error(String message);

    /** Brings it into view and puts the cursor there. */
    void focus();
}
