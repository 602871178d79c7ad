package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Schemes;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;

/** One of my reports on paper (HIS-12): complete tables, A4 across, nothing of the frame around. */
@Route(value = "reports/:month/print", autoLayout = false)
@RouteAlias(value = FilingPages.ANY + "/print", autoLayout = false)
@RolesAllowed("ENTERPRISE")
class FilingPrintView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FilingHistory history;
    private final transient Filings filings;
    private final transient FilingSheets sheets;
    private final transient Enterprises enterprises;
    private final transient Schemes schemes;
    private final transient ReportNames names;
    private final transient Texts texts;
    private ReportTask task;

    FilingPrintView(
            FilingHistory history,
            Filings filings,
            FilingSheets sheets,
            Enterprises enterprises,
            Schemes schemes,
            ReportNames names,
            Texts texts) {
        this.history = history;
        this.filings = filings;
        this.sheets = sheets;
        this.enterprises = enterprises;
        this.schemes = schemes;
        this.names = names;
        this.texts = texts;
        addClassName("filing-print");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        task = FilingPages.task(event.getRouteParameters(), schemes).orElseThrow(NotFoundException::new);
        var filing = filings.mine(task).orElseThrow(NotFoundException::new);
        var print = new Button(getTranslation("filing.detail.print"));
        print.setId("print");
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // Printing begins in the browser, without asking the server.
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        var actions = new Div(print);
        actions.addClassName("print-actions");
        var name = enterprises.find(filing.enterprise()).orElseThrow().name();
        add(
                actions,
                new H1(name + " · " + getPageTitle()),
                new Paragraph(sentence(filing)),
                sheets.sheets(filing, history.values(filing.id()), getLocale()));
    }

    private String sentence(Filing filing) {
        var status = FilingBadge.word(filing.status(), texts, getLocale());
        return filing.versions() == 0
                ? status + " · " + getTranslation("filing.detail.draft")
                : status + " · "
                        + getTranslation(
                                "filing.detail.submitted", When.exact(filing.submittedAt()), filing.versions());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.detail.title", names.of(task, getLocale()));
    }
}
