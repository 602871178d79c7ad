package cn.baosong.administration.ui;

import cn.baosong.administration.EnterpriseFilter;
import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.administration.ReviewerChanges;
import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;

/**
 * 监测企业信息管理: the enterprises whose direct desk is mine or below (ADM-01, 02), and 【变更审核员】 for those that are ticked
 * (ADM-06). What is asked for stands in the address.
 */
@Route("enterprises")
@RolesAllowed("REVIEWER")
class EnterprisesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MonitoredEnterprises enterprises;
    private final transient ReviewerChanges changes;
    private final transient CodeLists codes;
    private transient EnterpriseFilter filter = new EnterpriseFilter("", "", null);
    private transient Set<MonitoredEnterprise> ticked = Set.of();

    EnterprisesView(MonitoredEnterprises enterprises, ReviewerChanges changes, CodeLists codes) {
        this.enterprises = enterprises;
        this.changes = changes;
        this.codes = codes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = EnterpriseParameters.read(event.getLocation().getQueryParameters());
        build();
    }

    private void build() {
        removeAll();
        var change = new Button(getTranslation("administration.reviewer"), click -> choose());
        change.setId("change-reviewer");
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        tick(change, Set.of());
        var count = enterprises.count(filter);
        add(
                new PageHeader(getPageTitle(), getTranslation("administration.enterprises.sentence", count), change),
                new Card(
                        "",
                        new EnterpriseSearch(filter, codes, this::show),
                        count == 0
                                ? nothing()
                                : new EnterpriseGrid(enterprises, filter, count, codes, now -> tick(change, now))));
    }

    private void tick(Button change, Set<MonitoredEnterprise> now) {
        ticked = now;
        change.setEnabled(!now.isEmpty());
        change.setText(
                now.isEmpty()
                        ? getTranslation("administration.reviewer")
                        : getTranslation("administration.reviewer.of", now.size()));
    }

    private void choose() {
        new ReviewerDialog(changes, ticked, codes, this::build).open();
    }

    private Component nothing() {
        return new EmptyState(
                "…",
                getTranslation("administration.none"),
                getTranslation(filter.isEmpty() ? "administration.none.text" : "administration.none.search"));
    }

    private void show(EnterpriseFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate(EnterprisesView.class, EnterpriseParameters.write(wanted)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("administration.enterprises");
    }
}
