package cn.baosong.filing.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of tasks: applied for, listed, filled in under an address of their own, found again once filed (SUR-09 to 27). */
class TaskViewsTest extends FilingScenario {

    private static final String SCHEME = "software-quarterly-province";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Periods periods;

    private Account account;

    @BeforeEach
    void openBrowser() {
        account = fixture.softwareEnterprise();
        Pages.open(context);
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private static void go(String address) {
        UI.getCurrent().navigate(address);
        MockVaadin.clientRoundtrip();
    }

    private static String page() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(HasElement::getElement)
                .map(Element::getTextRecursively)
                .collect(Collectors.joining(" "));
    }

    private static void click(String id) {
        _click(_get(NativeButton.class, spec -> spec.withId(id)));
        MockVaadin.clientRoundtrip();
    }

    @Test
    void aTaskIsAppliedForListedAndFilledIn() {
        var task = new ReportTask(SCHEME, periods.current(SCHEME));
        go("tasks/apply");
        click("apply-" + SCHEME);
        assertThat(page()).contains("已申请", "已申请同类的其他任务");
        go("tasks");
        _assertOne(NativeTableRow.class, spec -> spec.withId("task-" + task.anchor()));
        _setValue(_get(TextField.class, spec -> spec.withId("name")), "不存在的名称");
        _assertOne(EmptyState.class);
        _setValue(_get(TextField.class, spec -> spec.withId("name")), "季报");
        click("edit-" + task.anchor());
        assertThat(page()).contains("[省级]").contains("季度软件和信息技术服务业季报");
        _click(_get(Button.class, spec -> spec.withId("start-report")));
        MockVaadin.clientRoundtrip();
        assertThat(page()).contains("软件业务收入分类表", "填报人", "自然人");
        assertThat(actors.as(account, () -> filings.mine(task))).isPresent();
        go(task.address() + "/view");
        assertThat(page()).contains("[省级]");
        go(task.address() + "/versions");
        assertThat(page()).contains("[省级]");
    }

    @Test
    void noPageStandsWhereNoSchemeOrNoPeriodIs() {
        for (var address : new String[] {
            "tasks/nothing/2026-01",
            "tasks/" + SCHEME + "/2026-02",
            "tasks/" + SCHEME + "/x",
            "tasks/batch-report/2026-01"
        }) {
            go(address);
            assertThat(page()).as(address).doesNotContain("软件");
        }
        go("tasks/" + SCHEME + "/" + periods.current(SCHEME));
        assertThat(page()).contains("没有申请这项任务");
    }

    @Test
    void whatWasFiledIsFoundAgainAndTheGuideSpeaksOfEveryScheme() {
        go("tasks/filed");
        _assertOne(EmptyState.class);
        fixture.submitted(account, MONTH);
        go("tasks/filed");
        assertThat(page()).contains("2021年08月", "批量导出（1 份）");
        go("tasks/guide");
        assertThat(page()).contains("软件和信息技术服务业季报（省级）", "中小企业生产经营运行月报", "每季一次", "逐级审核到省级", "软件业务收入分类表（16 项指标）");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        go("tasks/guide");
        assertThat(page()).contains("Software and IT services: quarterly report (province)", "16 indicators");
    }
}
