package cn.baosong.filing.batch.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Callout;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.FilledBatch;
import cn.baosong.organization.Desk;
import cn.baosong.review.Reviews;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.RegistrationFixture;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BatchViewsTest {

    private static final YearMonth MONTH = YearMonth.of(2021, 8);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private RegistrationFixture registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private BatchReports batches;

    private Account administrator;

    @BeforeEach
    void openBrowser() {
        administrator = desks.newHolder(desks.yuhang());
        Pages.open(context);
        signIn(administrator);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void aFileIsSentAndItsResultFoundAgain() {
        var enterprise = fixture.enterprise();
        signIn(administrator);
        UI.getCurrent().navigate("reports/batch");
        month().setValue(MONTH);
        var template = new FilledBatch(_download(_get(Anchor.class, spec -> spec.withId("template"))));

        _upload(
                _get(Upload.class),
                "<b>月报</b>.xlsx",
                template.put(enterprise.loginName(), FilledBatch.good(MONTH)).bytes());
        MockVaadin.clientRoundtrip();

        var address = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        assertThat(address).startsWith("reports/batch/");
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        actors.as(administrator, () -> batches.runs().get(0).finished()));
        signIn(administrator);
        UI.getCurrent().navigate("reports/batch");
        assertThat(_get(NativeTable.class).getElement().getTextRecursively()).contains("<b>月报</b>.xlsx", "已上报 1");
        UI.getCurrent().navigate(address);
        assertThat(_get(Div.class, spec -> spec.withId("count-DONE"))
                        .getElement()
                        .getTextRecursively())
                .contains("1");
        Grid<?> grid = _get(Grid.class, spec -> spec.withId("rows"));
        assertThat(_size(grid)).isOne();
        assertThat(((Component) _getCellComponent(grid, 0, "result"))
                        .getElement()
                        .getTextRecursively())
                .contains("已上报", "查看报表");
        UI.getCurrent().navigate(address, QueryParameters.simple(Map.of("show", "REFUSED")));
        _assertNone(Grid.class);
        assertThat(_download(_get(Anchor.class, spec -> spec.withId("export")))).isNotEmpty();
    }

    @Test
    void aTemplateOfOneRegionIsChosen() {
        var here = fixture.enterprise();
        enterpriseIn(desks.haishu(), "330203");
        signIn(desks.holder(desks.nation()));
        UI.getCurrent().navigate("reports/batch");
        month().setValue(MONTH);
        ComboBox<?> region = _get(ComboBox.class, spec -> spec.withId("region"));
        var all = new FilledBatch(_download(_get(Anchor.class, spec -> spec.withId("template"))));

        choose(region, "海曙区");

        var chosen = new FilledBatch(_download(_get(Anchor.class, spec -> spec.withId("template"))));
        assertThat(all.line(here.loginName())).isPositive();
        assertThat(chosen.line(here.loginName())).isNegative();
        assertThat(_get(Anchor.class, spec -> spec.withId("template")).getText())
                .startsWith("下载 2021-08 的模板（");
    }

    private static <T> void choose(ComboBox<T> box, String name) {
        box.setValue(box.getListDataView()
                .getItems()
                .filter(item -> box.getItemLabelGenerator().apply(item).contains(name))
                .findFirst()
                .orElseThrow());
    }

    /** Another desk's, so that there is a choice. */
    private void enterpriseIn(Desk desk, String region) {
        var account = actors.applicant();
        var registration = registrations.submitted(account, RegistrationFixture.values(region));
        actors.as(desks.holder(desk), () -> reviews.accept("registration", registration.id()));
    }

    @Test
    void aWrongFileIsAnsweredInThePage() {
        UI.getCurrent().navigate("reports/batch");
        month().setValue(MONTH);
        _upload(_get(Upload.class), "月报.xlsx", "name,code\n".getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
        assertThat(_get(_get(Div.class, spec -> spec.withId("message")), Callout.class)
                        .getElement()
                        .getTextRecursively())
                .contains("不是 Excel 工作簿");
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<YearMonth> month() {
        return _get(ComboBox.class, spec -> spec.withId("month"));
    }
}
