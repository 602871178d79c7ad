package cn.baosong.filing.revision.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.revision.FormPreview;
import cn.baosong.filing.revision.FormPreview.Sheet;
import cn.baosong.filing.revision.FormPreviews;
import cn.baosong.form.ui.FormPane;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 表单预览: the forms of one revision, drawn as for an enterprise and empty. What is typed lives as long as the page, so that
 * a form shows what the form of the enterprise decides; nothing of it is kept.
 */
@Route("revisions/:scheme/:number/forms")
@RolesAllowed("PROCESS_OWNER")
class FormPreviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SCHEME = "scheme";
    private static final String NUMBER = "number";
    private static final String WORD = "filing.preview.";

    private final transient FormPreviews previews;
    private final transient CodeLists codes;
    private final transient Texts texts;
    private final transient Map<String, Map<String, Object>> typed = new HashMap<>();
    private final Div place = new Div();
    private transient FormPreview preview;
    private transient Sheet sheet;
    private transient YearMonth period;
    private transient Locale language;

    FormPreviewView(FormPreviews previews, CodeLists codes, Texts texts) {
        this.previews = previews;
        this.codes = codes;
        this.texts = texts;
        place.setId("sheet");
    }

    static RouteParameters of(SchemeRevision revision) {
        return new RouteParameters(Map.of(SCHEME, revision.scheme(), NUMBER, Integer.toString(revision.number())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var scheme = event.getRouteParameters().get(SCHEME).orElse("");
        preview = event.getRouteParameters()
                .get(NUMBER)
                .filter(number -> number.matches("[1-9]\\d{0,8}"))
                .flatMap(number -> previews.of(scheme, Integer.parseInt(number)))
                .orElseThrow(NotFoundException::new);
        var periods = previews.periods(preview);
        sheet = preview.forms().get(0);
        period = periods.isEmpty() ? null : periods.get(0);
        language = getLocale();
        typed.clear();
        removeAll();
        var choices = new Div(forms());
        choices.addClassName("filters");
        if (period != null) {
            var months = choice("period", periods, period);
            months.setItemLabelGenerator(month -> preview.kind().code(month));
            months.addValueChangeListener(change -> {
                period = change.getValue();
                draw();
            });
            choices.add(months);
        }
        choices.add(languages());
        add(
                new PageHeader(
                        getPageTitle(),
                        getTranslation(
                                WORD + "sentence", scheme, preview.revision().number()),
                        new HelpLink(HelpLink.WORKBENCH),
                        new Anchor("/revisions/" + scheme, getTranslation(WORD + "back"))),
                choices,
                new Callout(Callout.Kind.INFO, getTranslation(WORD + "nothing-kept")),
                place);
        draw();
    }

    private Select<Sheet> forms() {
        var forms = choice("form", preview.forms(), sheet);
        forms.setItemLabelGenerator(one -> one.title().in(getLocale()));
        forms.addValueChangeListener(change -> {
            sheet = change.getValue();
            draw();
        });
        return forms;
    }

    private Select<Locale> languages() {
        var languages = choice("language", Texts.LOCALES, language);
        languages.setItemLabelGenerator(one -> getTranslation(WORD + "language." + one.getLanguage()));
        languages.addValueChangeListener(change -> {
            language = change.getValue();
            draw();
        });
        return languages;
    }

    private <T> Select<T> choice(String id, List<T> items, T first) {
        var choice = new Select<T>();
        choice.setId(id);
        choice.setLabel(getTranslation(WORD + id));
        choice.setItems(items);
        choice.setValue(first);
        return choice;
    }

    private void draw() {
        place.removeAll();
        var enterprise = typed.getOrDefault(preview.forms().get(0).id(), Map.of());
        var values = typed.computeIfAbsent(sheet.id(), none -> new HashMap<>());
        var pane = new FormPane(
                sheet.form(), previews.context(preview, sheet, period, enterprise), codes, texts, language, values);
        pane.star(preview.required());
        pane.onChange(changed -> changed.forEach((path, value) -> {
            if (value == null) {
                values.remove(path);
            } else {
                values.put(path, value);
            }
        }));
        place.add(new Card(sheet.title().in(language), pane));
    }

    @Override
    public String getPageTitle() {
        return getTranslation(WORD + "title");
    }
}
