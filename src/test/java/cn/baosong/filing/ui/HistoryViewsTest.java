package cn.baosong.filing.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.ProcessPicture;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.review.ui.HistoryList;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of an enterprise's reports. */
class HistoryViewsTest extends FilingScenario {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    private Account account;

    @BeforeEach
    void openBrowser() {
        account = fixture.enterprise();
        Pages.open(context);
        signIn(account);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account who) {
        var now = accounts.find(who.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    private static void go(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        MockVaadin.clientRoundtrip();
    }

    private static String text(Class<? extends Component> type) {
        return _get(type).getElement().getTextRecursively();
    }

    private static String page() {
        return Stream.concat(
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                                .map(HasElement::getElement),
                        _find(Dialog.class).stream().map(Component::getElement))
                .map(Element::getTextRecursively)
                .collect(Collectors.joining(" "));
    }

    private static List<String> months() {
        return _find(NativeTableRow.class).stream()
                .flatMap(row -> row.getId().stream())
                .map(id -> id.replace("month-", ""))
                .toList();
    }

    private static void click(String id) {
        _click(_get(NativeButton.class, spec -> spec.withId(id)));
    }

    @Test
    void theListBeginsWithTheCurrentYear() {
        go("reports");
        var current = YearMonth.now(PlatformTime.ZONE).minusMonths(1);
        assertThat(months()).first().isEqualTo(current.toString());
        _assertOne(NativeButton.class, spec -> spec.withId("edit-" + current));
        assertThat(text(NativeTable.class)).contains("未填报");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports?year=abc",
                "reports?year=-1&status=%27",
                "reports?year=99999",
                "reports?from=&to=",
                "reports?status=NOBODY",
                "reports?year=9999",
                "reports?earlier=maybe"
            })
    void whatAnAddressSaysWrongCountsAsNotSaid(String address) {
        go(address);
        var current = YearMonth.now(PlatformTime.ZONE).minusMonths(1);
        assertThat(months()).contains(current.toString());
    }

    @Test
    void yearsAndStatusNarrowTheList() {
        fixture.submitted(account, MONTH);
        fixture.filled(account, MONTH.minusYears(1));
        go("reports?from=2021&to=2020");
        assertThat(months()).containsExactly("2021-08", "2020-08");
        go("reports?year=2021");
        assertThat(months()).containsExactly("2021-08");
        assertThat(text(NativeTable.class)).contains("待审核", "补报", "在线填报", "无可比数据");
        go("reports?from=2020&to=2021&status=EDITING");
        assertThat(months()).containsExactly("2020-08");
        go("reports?from=2020&to=2021&status=FROZEN");
        _assertOne(EmptyState.class);
        go("reports?year=2021");
        click("earlier");
        MockVaadin.clientRoundtrip();
        assertThat(months()).hasSize(12);
        _assertOne(NativeButton.class, spec -> spec.withId("fill-late-2021-07"));
    }

    @Test
    void withdrawingAsksOnceAndIsSeenAtOnce() {
        var filing = fixture.submitted(account, MONTH);
        go("reports?year=2021");
        click("withdraw-2021-08");
        _click(_get(Button.class, spec -> spec.withId("confirm-withdraw")));
        assertThat(status(filing)).isEqualTo(FilingStatus.EDITING);
        _assertNone(NativeButton.class, spec -> spec.withId("withdraw-2021-08"));
        _assertOne(NativeButton.class, spec -> spec.withId("fill-late-2021-08"));
    }

    @Test
    void whoIsTooLateToWithdrawReadsWhyAndMayAsk() {
        var filing = fixture.submitted(account, MONTH);
        go("reports?year=2021");
        click("withdraw-2021-08");
        fixture.acceptAt(desks.yuhang(), filing);
        _click(_get(Button.class, spec -> spec.withId("confirm-withdraw")));
        assertThat(status(filing)).isEqualTo(FilingStatus.UNDER_REVIEW);
        assertThat(_find(Notification.class))
                .anySatisfy(notice -> assertThat(notice.getElement().getProperty("text", "")
                                + notice.getElement().getTextRecursively())
                        .contains(desks.yuhang().name()));
        click("request-return-2021-08");
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
        _assertOne(NativeButton.class, spec -> spec.withId("request-return-2021-08"));
        _setValue(_get(TextArea.class), "营业收入 <b>错</b>");
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
        _assertNone(NativeButton.class, spec -> spec.withId("request-return-2021-08"));
        assertThat(text(NativeTable.class)).contains("请求退回：营业收入 <b>错</b>");
    }

    @Test
    void reasonsAreReadWhereTheyAreNeeded() {
        var filing = fixture.submitted(account, MONTH);
        fixture.returnAt(desks.yuhang(), filing, "请核对 <script>");
        go("reports?year=2021");
        click("return-reason-2021-08");
        assertThat(page()).contains("请核对 <script>");
        _click(_get(Button.class, spec -> spec.withId("reason-read")));
        go("reports/2021-08/view");
        assertThat(_find(Callout.class))
                .anySatisfy(callout ->
                        assertThat(callout.getElement().getTextRecursively()).contains("请核对 <script>"));
    }

    @Test
    void aFrozenReportIsSaidInWordsWithALink() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.BASIC, Map.of("name", "更名" + filing.id() + "公司"));
        actors.as(account, () -> filings.freeze(filing.id()));
        go("reports?year=2021");
        assertThat(_get(Anchor.class, spec -> spec.withId("frozen-2021-08")).getHref())
                .isEqualTo("/reports/2021-08/view");
        go("reports/2021-08/view");
        assertThat(_get(Div.class, spec -> spec.withClasses("columns"))
                        .getElement()
                        .getTextRecursively())
                .contains(desks.nation().name(), "无人处理即自动通过");

        actors.as(desks.holder(desks.nation()), () -> reviews.sendBack("key-field-change", filing.id(), "缺少证明"));
        go("reports?year=2021");
        click("change-reason-2021-08");
        assertThat(page()).contains("缺少证明");

        actors.as(account, () -> filings.freeze(filing.id()));
        var frozen = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(filing.processInstance())
                .singleResult();
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(frozen.getId())
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        signIn(account);
        go("reports/2021-08/view");
        assertThat(text(HistoryList.class)).contains("退回：缺少证明", "到时无人处理，自动 通过");
    }

    @Test
    void theDetailPageShowsWhereTheReportIsAndWhatWasFiled() {
        var filing = fixture.submitted(account, MONTH);
        go("reports/2021-08/view");
        assertThat(page()).contains("营业收入", desks.yuhang().name(), "第 1 版");
        assertThat(_find(ProcessPicture.class)).hasSize(2);
        assertThat(_download(_get(Anchor.class, spec -> spec.withId("export")))).startsWith(new byte[] {'P', 'K'});
        assertThat(_get(Anchor.class, spec -> spec.withId("print")).getHref()).isEqualTo("/reports/2021-08/print");

        Pages.close();
        Pages.open(context);
        signIn(fixture.enterprise());
        go("reports/2021-08/view");
        assertThat(page()).contains("未填报").doesNotContain("第 1 版");
        go("reports/2021-08/print");
        assertThat(page())
                .doesNotContain(
                        enterprises.find(filing.enterprise()).orElseThrow().name());
        _assertOne(EmptyState.class);
        go("reports/2021-08/versions");
        assertThat(page()).contains("没有这个页面").doesNotContain("版本比较");
    }

    @Test
    void thePrintedPageEscapesWhatWasTyped() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.BASIC, Map.of("filler", "<script>alert(1)</script>"));
        go("reports/2021-08/print");
        var printed = _get(FilingPrintView.class).getElement();
        assertThat(printed.getTextRecursively()).contains("<script>alert(1)</script>");
        assertThat(printed.getOuterHTML()).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(printed.getTextRecursively()).contains("营业收入", "尚未上报");
    }

    @Test
    void twoVersionsAreCompared() {
        var filing = fixture.submitted(account, MONTH);
        go("reports/2021-08/versions");
        _assertOne(EmptyState.class);
        actors.as(account, () -> filings.withdraw(filing.id()));
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "801"));
        assertThat(submit(account, filing).passed()).isTrue();
        go("reports/2021-08/versions?from=x&to=99");
        assertThat(text(NativeTable.class)).contains("营业收入", "800", "801");
        go("reports/2021-08/versions?from=2&to=2");
        _assertOne(EmptyState.class);
        go("reports/2021-08/view");
        assertThat(page()).contains("与第 1 版比较");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports/2021-13/view",
                "reports/x/view",
                "reports/2021-8/print",
                "reports/1999-01/view",
                "reports/0000-00/versions"
            })
    void monthsThatAreNone(String address) {
        go(address);
        assertThat(page()).doesNotContain("营业收入");
        _assertOne(EmptyState.class);
    }
}
