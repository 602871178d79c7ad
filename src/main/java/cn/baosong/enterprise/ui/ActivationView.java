package cn.baosong.enterprise.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.Activations;
import cn.baosong.enterprise.InactiveEnterprise;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Enterprises of my desks that have no phone, and 【发放激活码】 (LOGIN-18, LOGIN-20). Search stands in the address. */
@Route("enterprises/activation")
@RolesAllowed("REVIEWER")
class ActivationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LONGEST_SEARCH = 100;

    private final transient Activations activations;
    private final transient CodeLists codes;
    private String text = "";

    ActivationView(Activations activations, CodeLists codes) {
        this.activations = activations;
        this.codes = codes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked =
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse("");
        text = asked.length() > LONGEST_SEARCH ? asked.substring(0, LONGEST_SEARCH) : asked;
        build();
    }

    private void build() {
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("enterprise.activation.sentence")));
        var filters = new Div(search());
        filters.addClassName("filters");
        var count = activations.count(text);
        add(new Card("", filters, count == 0 ? nothing() : list(count)));
    }

    private TextField search() {
        var search = new TextField();
        search.setId("search");
        search.setPlaceholder(getTranslation("enterprise.activation.search"));
        search.setAriaLabel(getTranslation("enterprise.activation.search"));
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST_SEARCH);
        search.setWidth("280px");
        search.setValue(text);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(
                ActivationView.class,
                change.getValue().isBlank()
                        ? QueryParameters.empty()
                        : QueryParameters.simple(Map.of("q", change.getValue().strip())))));
        return search;
    }

    private Component nothing() {
        return new EmptyState(
                "✓",
                getTranslation("enterprise.activation.none.title"),
                getTranslation(
                        text.isBlank() ? "enterprise.activation.none.text" : "enterprise.activation.none.search"));
    }

    private Component list(int count) {
        var wanted = text;
        var grid = new PagedGrid<InactiveEnterprise>(
                "inactive",
                count,
                (offset, limit) -> activations.waiting(wanted, offset, limit),
                () -> activations.count(wanted));
        grid.addComponentColumn(this::who)
                .setHeader(getTranslation("enterprise.activation.name"))
                .setFlexGrow(3);
        PhoneColumns.hide(List.of(
                grid.addColumn(InactiveEnterprise::loginName)
                        .setHeader(getTranslation("enterprise.activation.login-name"))
                        .setFlexGrow(1),
                grid.addColumn(this::region)
                        .setHeader(getTranslation("enterprise.activation.region"))
                        .setFlexGrow(2),
                grid.addColumn(one -> one.codeUntil() == null
                                ? getTranslation("enterprise.activation.code.none")
                                : getTranslation("enterprise.activation.code.until", When.exact(one.codeUntil())))
                        .setHeader(getTranslation("enterprise.activation.code"))
                        .setFlexGrow(1)));
        grid.addComponentColumn(one -> {
                    var button = new Button(getTranslation("enterprise.activation.issue"), click -> issue(one));
                    button.setId("issue-" + one.id());
                    return button;
                })
                .setKey("issue")
                .setAutoWidth(true)
                .setFlexGrow(0);
        return grid;
    }

    private Component who(InactiveEnterprise enterprise) {
        var detail = new Span(enterprise.loginName() + " · " + region(enterprise));
        detail.addClassName("cell-detail");
        return new Div(new Span(enterprise.name()), detail);
    }

    private String region(InactiveEnterprise enterprise) {
        return codes.path("region", enterprise.region()).stream()
                .map(entry -> entry.name(getLocale()))
                .collect(Collectors.joining(" → "));
    }

    private void issue(InactiveEnterprise enterprise) {
        if (enterprise.codeUntil() == null) {
            show(enterprise);
        } else {
            new ReissueDialog(enterprise, () -> show(enterprise)).open();
        }
    }

    private void show(InactiveEnterprise enterprise) {
        try {
            new ActivationCodeDialog(activations.issue(enterprise.id()), this::build).open();
        } catch (Problem refused) {
            Notices.refused(getTranslation(refused.key(), refused.arguments()));
            build();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enterprise.activation");
    }
}
