package cn.baosong.form.ui;

import cn.baosong.common.*;
import cn.baosong.form.*;
import com.vaadin.flow.component.html.Div;
import java.util.*;

public class FormSheet extends Div {
    public FormSheet(FormDefinition f, FormContext c, CodeLists l, Texts t, Locale lo, Map<String, Object> v) {
        setText(v.toString());
    }
}
