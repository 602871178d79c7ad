package cn.baosong.bench;

import cn.baosong.check.DecisionTable;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormParser;
import cn.baosong.form.ui.FormPane;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * Building the registration form for editing, filled in, on the server, up to what is sent to the browser; beside it the
 * same number of plain text fields.
 */
@Measurement
@Tag("house")
@BenchApplication
class FormRender {

    private static final int WARM_UP = 400;
    private static final int FORMS = 100;
    private static final int ROUNDS = 9;
    private static final String FOLDER = "enterprise-registration/";

    @Autowired
    private CodeLists codeLists;

    @Autowired
    private Texts texts;

    @Autowired
    private Feel feel;

    @Autowired
    private Expressions expressions;

    @Test
    void measure(Benchmark benchmark) throws IOException {
        FormDefinition form = FormParser.parse(file("forms/" + FOLDER + "registration-form.form"));
        DecisionTable scale =
                DecisionTable.parse(file("processes/" + FOLDER + "enterprise-scale.dmn"), "enterprise-scale", feel);
        FormContext context = new FormContext(
                expressions,
                Map.of("today", LocalDate.now()),
                Map.of("enterprise-scale", values -> scale.evaluate(values).get("scale")));
        Map<String, Object> values = Applicants.values(1);
        int fields = (int) form.all().filter(FormComponent::holdsValue).count();
        MockVaadin.setup();
        try {
            Supplier<Component> pane = () -> new FormPane(form, context, codeLists, texts, Texts.CHINESE, values);
            Supplier<Component> plain = () -> plain(fields);
            perField(WARM_UP, fields, pane);
            perField(WARM_UP, fields, plain);
            Comparison found = Comparison.alternating(
                    ROUNDS, () -> perField(FORMS, fields, pane), () -> perField(FORMS, fields, plain));
            benchmark.report("form.render", found.ours(), "us-per-field", fields + " fields, filled in");
            benchmark.report("form.plain", found.baseline(), "us-per-field", "as many text fields, no rules");
        } finally {
            MockVaadin.tearDown();
        }
    }

    private static byte[] file(String path) throws IOException {
        return new ClassPathResource(path).getContentAsByteArray();
    }

    private static Component plain(int fields) {
        FormLayout layout = new FormLayout();
        for (int number = 0; number < fields; number++) {
            TextField field = new TextField("字段 " + number);
            field.setValue("值 " + number);
            layout.add(field);
        }
        return layout;
    }

    private static double perField(int forms, int fields, Supplier<Component> page) {
        UI ui = UI.getCurrent();
        long spent = 0;
        for (int number = 0; number < forms; number++) {
            long begun = System.nanoTime();
            Component built = page.get();
            ui.add(built);
            ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
            ui.getInternals().getStateTree().collectChanges(change -> {});
            spent += System.nanoTime() - begun;
            ui.remove(built);
            ui.getInternals().getStateTree().collectChanges(change -> {});
        }
        return spent / 1e3 / forms / fields;
    }
}
