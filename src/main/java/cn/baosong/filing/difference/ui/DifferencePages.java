package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.filing.ExplanationVerdicts;
import cn.baosong.filing.difference.ReviewedReports;
import cn.baosong.filing.ui.FilingSheets;
import cn.baosong.review.ReviewContent;
import cn.baosong.review.ReviewVisit;
import org.springframework.stereotype.Component;

/** Makes the reviewer's page of a report. */
@Component
public class DifferencePages {

    private final ReviewedReports reports;
    private final ExplanationVerdicts verdicts;
    private final FilingSheets sheets;
    private final Texts texts;

    DifferencePages(ReviewedReports reports, ExplanationVerdicts verdicts, FilingSheets sheets, Texts texts) {
        this.reports = reports;
        this.verdicts = verdicts;
        this.sheets = sheets;
        this.texts = texts;
    }

    /** @param visit one that was found allowed */
    public ReviewContent of(ReviewVisit visit) {
        var report = reports.of(visit);
        return new ReviewContent(
                new ReportTabs(report, reports, verdicts, sheets, texts, visit.locale()),
                ReportAside.cards(report, texts, visit.locale()));
    }
}
