package cn.baosong.administration.ui;

import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.ReviewerChange;
import cn.baosong.administration.ReviewerChanges;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Notices;
import cn.baosong.organization.Desk;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Chooses the desk that reviews the ticked enterprises first, and says what moved and what stayed (ADM-06 to 08). */
class ReviewerDialog extends Dialog {

    private static final int NAMED = 5;

    private final transient ReviewerChanges changes;
    private final transient Set<MonitoredEnterprise> ticked;
    private final transient Runnable onChanged;
    private final Div body = new Div();

    ReviewerDialog(ReviewerChanges changes, Set<MonitoredEnterprise> ticked, CodeLists codes, Runnable onChanged) {
        this.changes = changes;
        this.ticked = Set.copyOf(ticked);
        this.onChanged = onChanged;
        setHeaderTitle(getTranslation("administration.reviewer"));
        setCloseOnOutsideClick(false);
        setMaxWidth("560px");
        body.addClassName("dialog-form");
        add(body);
        ask(codes);
    }

    private void ask(CodeLists codes) {
        var desk = new ComboBox<Desk>(getTranslation("administration.reviewer.desk"));
        desk.setId("reviewer-desk");
        desk.setItemLabelGenerator(one -> one.name() + " · " + getTranslation("organization.level." + one.level()));
        desk.setHelperText(getTranslation("administration.reviewer.desk.help"));
        desk.setItems(changes.candidates(ticked));
        desk.addValueChangeListener(change -> desk.setInvalid(false));
        var problem = new Div();
        body.add(
                new Paragraph(getTranslation(
                        "administration.reviewer.who",
                        ticked.stream()
                                .map(MonitoredEnterprise::name)
                                .sorted()
                                .limit(NAMED)
                                .collect(Collectors.joining(getTranslation("administration.comma"))),
                        ticked.size())),
                problem,
                desk,
                new Paragraph(getTranslation("administration.reviewer.meaning")));
        var confirm = new Button(getTranslation("administration.reviewer.confirm"), click -> {
            if (desk.getValue() == null) {
                desk.setErrorMessage(getTranslation("administration.reviewer.missing"));
                desk.setInvalid(true);
                return;
            }
            problem.removeAll();
            attempt(
                    problem,
                    () -> changes.change(
                            EnterpriseGrid.ids(ticked), desk.getValue().id()));
        });
        confirm.setId("reviewer-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()));
        if (ticked.stream().anyMatch(MonitoredEnterprise::set)) {
            var byRegion = new Button(getTranslation("administration.reviewer.by-region"), click -> {
                problem.removeAll();
                attempt(problem, () -> changes.byRegion(EnterpriseGrid.ids(ticked)));
            });
            byRegion.setId("reviewer-by-region");
            getFooter().add(byRegion);
            body.add(new Paragraph(getTranslation("administration.reviewer.by-region.meaning")));
        }
        getFooter().add(confirm);
    }

    private void attempt(Div problem, Supplier<ReviewerChange> act) {
        try {
            done(act.get());
        } catch (Problem refused) {
            problem.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
        }
    }

    private void done(ReviewerChange change) {
        onChanged.run();
        var many = change.moved().size();
        var said = change.desk() == null
                ? getTranslation("administration.reviewer.by-region.done", many, change.reviews())
                : getTranslation("administration.reviewer.done", many, change.desk(), change.reviews());
        if (change.left().isEmpty()) {
            close();
            Notices.done(said);
            return;
        }
        body.removeAll();
        if (!change.moved().isEmpty()) {
            body.add(new Callout(Callout.Kind.OK, said));
        }
        var stayed = new UnorderedList();
        stayed.setId("reviewer-left");
        change.left()
                .forEach(left -> stayed.add(new ListItem(getTranslation(
                        "administration.reviewer.left.one",
                        left.name() == null ? getTranslation("administration.unknown") : left.name(),
                        getTranslation(left.why().key(), left.why().arguments())))));
        body.add(new Callout(
                Callout.Kind.WARN,
                getTranslation("administration.reviewer.left", change.left().size()),
                stayed));
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("administration.close"), click -> close()));
    }
}
