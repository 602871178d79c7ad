package cn.baosong.filing.revision.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.revision.CarryOverPreview;
import cn.baosong.filing.revision.CarryOvers;
import cn.baosong.filing.revision.SchemeHistory;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * 制度版本: every revision of a scheme, and carrying over to the newest what is not yet submitted. The scheme is in the
 * address.
 */
@Route("revisions/:scheme?")
@RolesAllowed("PROCESS_OWNER")
class RevisionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String TITLE = "filing.revision.title";
    private static final String SCHEME = "scheme";
    private static final int SHOWN = 50;

    private final transient SchemeHistory history;
    private final transient CarryOvers carryOvers;
    private final transient Schemes schemes;
    private final transient Texts texts;
    private final Div preview = new Div();

    RevisionsView(SchemeHistory history, CarryOvers carryOvers, Schemes schemes, Texts texts) {
        this.history = history;
        this.carryOvers = carryOvers;
        this.schemes = schemes;
        this.texts = texts;
        preview.setId("preview");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        preview.removeAll();
        add(new PageHeader(
                getPageTitle(), getTranslation("filing.revision.sentence"), new HelpLink(HelpLink.WORKBENCH)));
        var all = history.schemes().stream().map(SchemeRevision::scheme).toList();
        if (all.isEmpty()) {
            add(new EmptyState("…", getTranslation("workbench.none.title"), getTranslation("workbench.none.text")));
            return;
        }
        var chosen = event.getRouteParameters().get(SCHEME).orElse(first(all));
        if (!all.contains(chosen)) {
            throw new NotFoundException();
        }
        add(choice(all, chosen));
        var lines = history.of(chosen, SHOWN);
        if (schemes.find(chosen).isPresent() && lines.size() > 1) {
            add(carrying(chosen));
        }
        add(new Card(getTranslation("filing.revision.all"), new RevisionTable(lines)));
        if (lines.size() == SHOWN) {
            add(new Paragraph(getTranslation("filing.revision.more", SHOWN)));
        }
        add(new Card(getTranslation("filing.revision.runs"), new CarryOverTable(carryOvers.runs())));
    }

    /** What enterprises report to comes before what only runs inside. */
    private String first(List<String> all) {
        return schemes.all().stream().map(scheme -> scheme.key()).findFirst().orElse(all.get(0));
    }

    private Div choice(List<String> all, String chosen) {
        var scheme = new ComboBox<String>(getTranslation("filing.revision.scheme"));
        scheme.setId(SCHEME);
        scheme.setItemLabelGenerator(this::name);
        scheme.setItems(all);
        scheme.setValue(chosen);
        scheme.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                getUI().ifPresent(
                                ui -> ui.navigate(RevisionsView.class, new RouteParameters(SCHEME, change.getValue())));
            }
        });
        var filters = new Div(scheme);
        filters.addClassName("filters");
        return filters;
    }

    private String name(String scheme) {
        return schemes.find(scheme)
                .map(found -> found.title().in(getLocale()))
                .filter(title -> !title.isBlank())
                .orElse(scheme);
    }

    private Card carrying(String scheme) {
        var look = new Button(getTranslation("filing.revision.look"), click -> look(scheme));
        look.setId("look");
        look.setDisableOnClick(true);
        var actions = new Div(look);
        actions.addClassName("card-actions");
        return new Card(
                getTranslation("filing.revision.carry"),
                new Paragraph(getTranslation("filing.revision.carry.sentence")),
                actions,
                preview);
    }

    private void look(String scheme) {
        preview.removeAll();
        carryOvers
                .preview(scheme)
                .ifPresentOrElse(
                        found -> preview.add(new PreviewPanel(found, getLocale(), () -> ask(scheme, found))),
                        () -> preview.add(new EmptyState(
                                "✓",
                                getTranslation("filing.revision.none.title"),
                                getTranslation("filing.revision.none.text"))));
    }

    private void ask(String scheme, CarryOverPreview found) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(
                "filing.revision.confirm", found.open(), found.target().number()));
        dialog.setText(getTranslation("filing.revision.confirm.sentence"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("common.cancel"));
        dialog.setConfirmText(getTranslation("filing.revision.start"));
        dialog.addConfirmListener(confirm -> start(scheme, found));
        dialog.open();
    }

    private void start(String scheme, CarryOverPreview found) {
        try {
            var run = carryOvers.start(scheme, found.target().id());
            getUI().ifPresent(ui -> ui.navigate(CarryOverRunView.class, CarryOverRunView.of(run)));
        } catch (Problem refused) {
            Notices.refused(texts.get(getLocale(), refused));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation(TITLE);
    }
}
