package cn.baosong.form;

import cn.baosong.common.Problem;
import java.util.Arrays;

/** A form file that cannot be used. The message names the component and what to change in the Modeler. */
public class FormException extends Problem {

    public FormException(String key, Object... arguments) {
        super(key, arguments);
    }

    @Override
    public String getMessage() {
        return key() + " " + Arrays.toString(arguments());
    }
}
