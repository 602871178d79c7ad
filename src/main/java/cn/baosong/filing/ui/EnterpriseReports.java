package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.EnterpriseRecords;
import cn.baosong.filing.Filing;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.repository.FilingRepository;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The reports of an enterprise, for its administrators: month, status, when submitted. */
@org.springframework.stereotype.Component
class EnterpriseReports implements EnterpriseRecords {

    private static final int SHOWN = 60;

    private final FilingRepository repository;
    private final ReportNames names;
    private final Texts texts;

    EnterpriseReports(FilingRepository repository, ReportNames names, Texts texts) {
        this.repository = repository;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean any(UUID enterprise) {
        return repository.any(enterprise);
    }

    @Override
    public Component card(UUID enterprise, Locale locale) {
        var reports = repository.newest(enterprise, SHOWN);
        var card = new Card(texts.get(locale, "filing.of-enterprise"));
        card.setId("reports");
        card.add(
                reports.isEmpty()
                        ? new EmptyState(
                                "…",
                                texts.get(locale, "filing.of-enterprise.none"),
                                texts.get(locale, "filing.of-enterprise.none.text"))
                        : table(reports, locale));
        return card;
    }

    private Component table(List<Filing> reports, Locale locale) {
        var table = new NativeTable();
        table.addClassName("plain-table");
        var head = table.getHead().addRow();
        for (var column : List.of("month", "status", "submitted")) {
            head.add(new NativeTableHeaderCell(texts.get(locale, "filing.history." + column)));
        }
        for (var report : reports) {
            table.getBody()
                    .addRow()
                    .add(
                            new NativeTableCell(names.of(report, locale)),
                            new NativeTableCell(FilingBadge.of(report.status(), texts, locale)),
                            new NativeTableCell(report.submittedAt() == null ? "" : When.exact(report.submittedAt())));
        }
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }
}
