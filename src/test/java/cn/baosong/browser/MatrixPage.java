package cn.baosong.browser;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormContext;
import cn.baosong.form.TestForms;
import cn.baosong.form.ui.Autosave;
import cn.baosong.form.ui.FormPane;
import cn.baosong.form.ui.FormSheet;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;

/** A form with a matrix and nothing around it; its path ends in the language. */
@Route(value = "test/matrix", autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
class MatrixPage extends Div implements HasUrlParameter<String> {

    private final transient Saved saved;
    private final transient CodeLists codes;
    private final transient Texts texts;
    private final transient Clock clock;

    /** Makes the page known to the application, and remembers what its autosave was given, call by call. */
    @TestComponent
    static class Saved implements VaadinServiceInitListener {
        private final List<Map<String, Object>> calls = new CopyOnWriteArrayList<>();

        @Override
        public void serviceInit(ServiceInitEvent event) {
            RouteConfiguration.forApplicationScope().setAnnotatedRoute(MatrixPage.class);
        }

        List<Map<String, Object>> calls() {
            return calls;
        }
    }

    MatrixPage(Saved saved, CodeLists codes, Texts texts, Clock clock) {
        this.saved = saved;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void setParameter(BeforeEvent event, String language) {
        var locale = Locale.forLanguageTag(language);
        var form = TestForms.form("matrix.form");
        var context =
                new FormContext(TestForms.EXPRESSIONS, Map.of("enterprise", Map.of("industrial", true)), Map.of());
        var pane = new FormPane(form, context, codes, texts, locale, Map.of("revenue.lastYearCumulative", 12));
        var autosave = new Autosave(
                pane,
                changed -> {
                    saved.calls.add(changed);
                    return clock.instant();
                },
                texts,
                locale,
                clock);
        var sheet = new Div();
        sheet.setId("sheet");
        var read = new Button("read", click -> {
            sheet.removeAll();
            sheet.getElement()
                    .appendChild(new FormSheet(form, context, codes, texts, locale, pane.values()).getElement());
        });
        read.setId("read");
        add(autosave, pane, read, sheet);
    }
}
