package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a report and its forms are called is the process owner's to say, for each revision anew. */
class ReportTitlesTest extends FilingScenario {

    private static final String REPORT = "processes/monthly-report/monthly-report.bpmn";

    @Autowired
    private ModelFixture models;

    @Autowired
    private FilingViews views;

    @Test
    void aReportIsCalledWhatItsRevisionSays() {
        var account = fixture.enterprise();
        var before = fixture.filled(account, MONTH);
        var after = models.changed(
                REPORT,
                model -> model.replace("value=\"主要产品产销存\"", "value=\"产品一览\"")
                        .replace("name=\"title\" value=\"", "name=\"title\" value=\"试行")
                        .replace("<camunda:property name=\"title.economic-indicators\" value=\"主要经济指标\" />", ""),
                () -> fixture.filled(account, MONTH.minusMonths(1)));

        assertThat(title(before, FilingFixture.PRODUCTS)).isEqualTo("主要产品产销存");
        assertThat(title(after, FilingFixture.PRODUCTS)).isEqualTo("产品一览");
        assertThat(views.title(before).in(Texts.CHINESE)).isEqualTo("中小企业生产经营运行月报");
        assertThat(views.title(after).in(Texts.CHINESE)).isEqualTo("试行中小企业生产经营运行月报");
        assertThat(views.title(after).in(Texts.ENGLISH)).startsWith("Monthly report");
        assertThat(title(after, FilingFixture.INDICATORS))
                .as("without a name a form is called by its id")
                .isEqualTo(FilingFixture.INDICATORS);
    }

    private String title(Filing filing, String form) {
        return views.forms(filing).stream()
                .filter(found -> found.id().equals(form))
                .map(found -> views.title(filing, found).in(Texts.CHINESE))
                .findFirst()
                .orElseThrow();
    }
}
