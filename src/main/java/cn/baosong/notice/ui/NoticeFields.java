package cn.baosong.notice.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.form.ui.DateWords;
import cn.baosong.notice.Audience;
import cn.baosong.notice.NoticeContent;
import cn.baosong.notice.NoticeKind;
import cn.baosong.organization.Desk;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an administrator fills in to publish: whose notice, for whom, and what it says. */
final class NoticeFields extends Div {

    private final Select<Desk> desk = new Select<>();
    private final RadioButtonGroup<NoticeKind> kind = new RadioButtonGroup<>();
    private final TextField title = new TextField();
    private final CheckboxGroup<Audience> audience = new CheckboxGroup<>();
    private final ComboBox<String> region = new ComboBox<>();
    private final DatePicker expires = new DatePicker();
    private final Checkbox pinned = new Checkbox();
    private final TextArea body = new TextArea();
    private final Map<String, HasValidation> byProblem = Map.of(
            "notice.error.kind", kind,
            "notice.error.title", title,
            "notice.error.audience", audience,
            "notice.error.region", region,
            "notice.error.expires", expires,
            "notice.error.body", body,
            "notice.error.markup", body,
            "notice.error.picture", body);

    /**
     * @param desks whose notice it may be, at least one; the first is offered
     * @param onBody gets the body as it is typed
     */
    NoticeFields(List<Desk> desks, RegionChoice regions, Texts texts, Consumer<String> onBody) {
        addClassName("notice-fields");
        desk.setId("desk");
        desk.setLabel(getTranslation("notice.field.desk"));
        desk.setItems(desks);
        desk.setItemLabelGenerator(Desk::name);
        desk.setValue(desks.get(0));
        desk.setReadOnly(desks.size() == 1);

        kind.setId("kind");
        kind.setLabel(getTranslation("notice.field.kind"));
        kind.setItems(NoticeKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("notice.kind." + one));
        kind.setValue(NoticeKind.ANNOUNCEMENT);

        title.setId("title");
        title.setLabel(getTranslation("notice.field.title"));
        title.setMaxLength(NoticeContent.LONGEST_TITLE);

        audience.setId("audience");
        audience.setLabel(getTranslation("notice.field.audience"));
        audience.setItems(Audience.values());
        audience.setItemLabelGenerator(one -> getTranslation("notice.audience." + one));
        audience.setValue(EnumSet.allOf(Audience.class));

        region.setId("region");
        region.setLabel(getTranslation("notice.field.region"));
        region.setHelperText(getTranslation("notice.field.region.help"));
        region.setItemLabelGenerator(code -> regions.name(code, getLocale()));
        region.setItems(
                query -> regions.find(desk.getValue(), query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> (int) regions.find(desk.getValue(), query.getFilter().orElse(""))
                        .count());
        region.setValue(RegionChoice.own(desks.get(0)));
        desk.addValueChangeListener(change -> region.setValue(RegionChoice.own(change.getValue())));

        expires.setId("expires");
        expires.setLabel(getTranslation("notice.field.expires"));
        expires.setI18n(DateWords.of(texts, getLocale()));

        pinned.setId("pinned");
        pinned.setLabel(getTranslation("notice.field.pinned"));

        body.setId("text");
        body.setLabel(getTranslation("notice.field.body"));
        body.setHelperText(getTranslation("notice.field.body.help"));
        body.setMaxLength(NoticeContent.LONGEST_BODY);
        body.setMinHeight("260px");
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.addValueChangeListener(change ->
                onBody.accept(change.getValue().length() > NoticeContent.LONGEST_BODY ? "" : change.getValue()));
        add(desk, kind, title, audience, region, expires, pinned, body);
    }

    /** Shows what stands already. */
    void fill(NoticeContent content) {
        kind.setValue(content.kind());
        title.setValue(content.title());
        audience.setValue(content.audience());
        region.setValue(content.region() == null ? RegionChoice.NATION : content.region());
        expires.setValue(content.expiresOn());
        pinned.setValue(content.pinned());
        body.setValue(content.body());
    }

    Desk desk() {
        return desk.getValue();
    }

    /** @throws Problem where what stands in the field of the last day is no date */
    NoticeContent content() {
        if (expires.getDefaultValidator()
                .apply(expires.getValue(), new ValueContext(expires))
                .isError()) {
            throw new Problem("notice.error.expires", NoticeContent.LONGEST_YEARS);
        }
        if (region.getValue() == null) {
            throw new Problem("notice.error.region");
        }
        return new NoticeContent(
                kind.getValue(),
                title.getValue(),
                body.getValue(),
                audience.getValue(),
                region.getValue().isEmpty() ? null : region.getValue(),
                pinned.getValue(),
                expires.getValue());
    }

    /** @return whether the problem is one of a field; it is said there then */
    boolean show(Problem problem) {
        var field = byProblem.get(problem.key());
        if (field == null) {
            return false;
        }
        field.setErrorMessage(getTranslation(problem.key(), problem.arguments()));
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return true;
    }

    void clearProblems() {
        byProblem.values().forEach(field -> field.setInvalid(false));
    }
}
