package cn.baosong.notice.ui;

import cn.baosong.notice.NoticeBoard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** Looks for a part of a title; what is looked for stands in the address. */
final class TitleSearch extends Div {

    private static final String PARAMETER = "q";

    private final String text;

    TitleSearch(BeforeEnterEvent event) {
        addClassName("filters");
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PARAMETER)
                .orElse("");
        text = asked.substring(0, Math.min(asked.length(), NoticeBoard.LONGEST_SEARCH));
        var view = event.getNavigationTarget().asSubclass(Component.class);
        var field = new TextField();
        field.setId("search");
        field.setPlaceholder(getTranslation("notice.search"));
        field.setAriaLabel(getTranslation("notice.search"));
        field.setClearButtonVisible(true);
        field.setMaxLength(NoticeBoard.LONGEST_SEARCH);
        field.setWidth("280px");
        field.setValue(text);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(
                view,
                change.getValue().isBlank()
                        ? QueryParameters.empty()
                        : QueryParameters.simple(
                                Map.of(PARAMETER, change.getValue().strip())))));
        if (!text.isEmpty()) {
            field.focus();
        }
        add(field);
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /** @return what of the address keeps the search */
    Map<String, String> parameters() {
        return text.isEmpty() ? Map.of() : Map.of(PARAMETER, text);
    }
}
