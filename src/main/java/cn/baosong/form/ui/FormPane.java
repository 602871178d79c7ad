package cn.baosong.form.ui;

import cn.baosong.common.*;
import cn.baosong.form.*;
import com.vaadin.flow.component.html.Div;
import java.util.*;

public class FormPane extends Div {
    public FormPane(FormDefinition f, FormContext c, CodeLists l, Texts t, Locale lo, Map<String, Object> v) {
        setText(v.toString());
    }

    public void showProblems(List<FieldProblem> p) {}
}
