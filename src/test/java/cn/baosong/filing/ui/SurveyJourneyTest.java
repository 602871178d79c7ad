package cn.baosong.filing.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A scheme of files alone from the application to the export, as its people see it (SUR-04 to 24). */
class SurveyJourneyTest extends FilingScenario {

    private static final String SCHEME = "software-quarterly-province";
    private static final String FINANCE = "software-finance";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FilingViews views;

    @Autowired
    private Periods periods;

    private Account account;
    private ReportTask task;

    @BeforeEach
    void openBrowser() {
        account = fixture.softwareEnterprise();
        task = new ReportTask(SCHEME, periods.current(SCHEME));
        Pages.open(context);
        signIn(account);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account person) {
        var now = accounts.find(person.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    private static void go(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        MockVaadin.clientRoundtrip();
    }

    private static String page() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(target -> target.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    private static String textAt(String id) {
        return _get(Component.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }

    private static void click(String id) {
        _click(_get(NativeButton.class, spec -> spec.withId(id)));
        MockVaadin.clientRoundtrip();
    }

    private Filing mine() {
        return actors.as(account, () -> filings.mine(task)).orElseThrow();
    }

    @Test
    void fromTheApplicationToTheExportOfOneForm() throws Exception {
        applied();
        filledInByWorkbook();
        explainedAndSubmitted();
        cancelledAndSubmittedAgain();
        acceptedByTheCounty();
        foundAgain();
    }

    private void applied() {
        go("");
        assertThat(textAt("module-apply")).contains("填报任务申请", "6");
        assertThat(textAt("module-tasks")).contains("我的填报任务");
        _assertOne(RouterLink.class, spec -> spec.withId("module-guide"));
        _assertOne(RouterLink.class, spec -> spec.withId("module-filed"));
        go("tasks/guide");
        assertThat(textAt("guide-" + SCHEME)).contains("调查填报", "在线填报");
        go("tasks/apply");
        click("apply-" + SCHEME);
        go("");
        assertThat(textAt("tasks-to-fill")).contains("季度软件和信息技术服务业季报", "未填报");
    }

    private void filledInByWorkbook() throws Exception {
        go(task.address());
        assertThat(_get(Anchor.class, spec -> spec.withId("by-workbook")).getHref())
                .isEqualTo("/reports/import?scheme=" + SCHEME + "&month=" + task.month());
        go("reports/import?scheme=" + SCHEME + "&month=" + task.month());
        var sheet = FINANCE + "/section-finance";
        var filled = new FilledTemplate(_download(_get(Anchor.class, spec -> spec.withId("template"))))
                .put("survey-enterprise/fields", "filler", "value", "孙丙")
                .put("software-income/section-income", "softwareTotal", "income", 1000)
                .put("software-income/section-income", "softwareProducts", "income", 1000)
                .put(sheet, "mainRevenue", "current", 2000)
                .put(sheet, "totalProfit", "current", 600);
        _upload(_get(Upload.class), "季报.xlsx", filled.bytes());
        MockVaadin.clientRoundtrip();
        assertThat(page()).contains("导入成功");
        assertThat(textAt("imported")).contains("软件业务利润率");
        assertThat(_get(Anchor.class, spec -> spec.withId("continue")).getHref())
                .isEqualTo(task.address());
    }

    private void explainedAndSubmitted() {
        go(lastStep());
        assertThat(_get(Button.class, spec -> spec.withId("submit-report")).isEnabled())
                .as("a severe warning waits for its explanation")
                .isFalse();
        actors.as(account, () -> filings.explain(mine().id(), "f3-profit-rate", "出售一项专利，利润偏高，已核对"));
        go(lastStep() + "&again");
        assertThat(textAt("readiness")).contains("取消上报").doesNotContain("撤销");
        _click(_get(Button.class, spec -> spec.withId("submit-report")));
        MockVaadin.clientRoundtrip();
        assertThat(status(mine())).isEqualTo(FilingStatus.UNDER_REVIEW);
    }

    /** The step behind every form and the questionnaires. */
    private String lastStep() {
        return task.address() + "?step=" + (formsOf() + 2);
    }

    private int formsOf() {
        return views.forms(mine()).size();
    }

    private void cancelledAndSubmittedAgain() {
        go("tasks");
        assertThat(textAt("task-" + task.anchor())).contains("已上报至县级");
        var button = _get(NativeButton.class, spec -> spec.withId("withdraw-" + task.anchor()));
        assertThat(button.getText()).isEqualTo("取消上报");
        click("withdraw-" + task.anchor());
        assertThat(_get(Dialog.class).getHeaderTitle()).startsWith("取消上报“[省级]");
        var confirm = _get(Button.class, spec -> spec.withId("confirm-withdraw"));
        assertThat(confirm.getText()).isEqualTo("取消上报");
        _click(confirm);
        MockVaadin.clientRoundtrip();
        assertThat(status(mine())).isEqualTo(FilingStatus.EDITING);
        actors.as(account, () -> {
            assertProblem("filing.cancel.not-waiting", () -> filings.withdraw(mine().id()));
            filings.keep(mine().id(), FINANCE, Map.of("totalProfit.current", BigDecimal.valueOf(150)));
            assertThat(filings.submit(mine().id()).passed()).isTrue();
            return null;
        });
    }

    private void acceptedByTheCounty() {
        var filing = mine();
        signIn(desks.holder(desks.yuhang()));
        go("reviews/filing/" + filing.id());
        assertThat(page())
                .contains("与上季、去年同期的差异", "查看本季 " + task.month().getYear() + "年", "查看上季")
                .doesNotContain("查看上月", "查看本月");
        fixture.acceptAt(desks.yuhang(), filing);
        signIn(account);
        actors.as(account, () -> {
            assertProblem("filing.cancel.acted", () -> filings.withdraw(filing.id()));
            return null;
        });
    }

    private void foundAgain() throws Exception {
        go("tasks/filed");
        var name = _get(Anchor.class, spec -> spec.withId("form-" + task.anchor() + "-" + FINANCE));
        assertThat(name.getText()).isEqualTo("主要财务指标表");
        go(name.getHref().substring(1));
        assertThat(page()).contains("主要财务指标表", "查看全部报表").doesNotContain("软件业务收入分类表");
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(_download(_get(Anchor.class, spec -> spec.withId("export-form")))))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            assertThat(book.getSheetName(0)).isEqualTo("主要财务指标表");
        }
        go(task.address() + "/view");
        _assertNone(Anchor.class, spec -> spec.withId("export-form"));
        assertThat(_get(Card.class, spec -> spec.withId("position"))).isNotNull();
    }
}
