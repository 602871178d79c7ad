package cn.baosong.registration.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.ui.FormSheet;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Map;

/** The registration form to be read: for the reviewer (REG-42), and for the enterprise once it is submitted. */
@org.springframework.stereotype.Component
public class RegistrationSheets {

    private final CodeLists codes;
    private final Texts texts;

    RegistrationSheets(CodeLists codes, Texts texts) {
        this.codes = codes;
        this.texts = texts;
    }

    public Component sheet(FormDefinition form, FormContext context, Map<String, Object> values, Locale locale) {
        return new Card(
                texts.get(locale, "registration.step.fill"),
                new FormSheet(form, context, codes, texts, locale, values));
    }
}
