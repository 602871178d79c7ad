package cn.baosong.registration.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Callout;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TakeoverFixture;
import cn.baosong.upload.RowStatus;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TakeoverViewTest {

    private static final String COUNTY = "330203";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TakeoverFixture takeover;

    @BeforeEach
    void openBrowser() {
        desks.holder(desks.haishu());
        Pages.open(context);
        signIn(takeover.operator());
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void theOperatorDownloadsTheTemplate() throws Exception {
        UI.getCurrent().navigate("takeover");
        var file = _download(_get(Anchor.class, spec -> spec.withId("template")));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("用户 ID *");
        }
    }

    @Test
    void aWrongFileIsAnsweredInThePage() {
        UI.getCurrent().navigate("takeover");
        _upload(_get(Upload.class), "名单.xlsx", "not a workbook".getBytes());
        MockVaadin.clientRoundtrip();
        assertThat(_get(Callout.class).getElement().getTextRecursively()).contains("不是 Excel 工作簿");
    }

    @Test
    void aWorkbookIsFollowedToItsEndAndFoundAgain() throws Exception {
        var good = TakeoverFixture.row(COUNTY);
        var bad = TakeoverFixture.with(TakeoverFixture.row(COUNTY), TakeoverFixture.CODE, "123");
        UI.getCurrent().navigate("takeover");

        _upload(_get(Upload.class), "浙江 <b>名单</b>.xlsx", takeover.workbook(List.of(good, bad)));
        MockVaadin.clientRoundtrip();

        assertThat(_get(H1.class).getElement().getText()).isEqualTo("浙江 <b>名单</b>.xlsx");
        assertThat(_get(ProgressBar.class).getMax()).isEqualTo(2);
        Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            return !_find(Grid.class).isEmpty();
        });
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        assertThat(count(RowStatus.DONE)).startsWith("1");
        assertThat(count(RowStatus.REFUSED)).startsWith("1");
        assertThat(_size(_get(Grid.class))).isEqualTo(2);

        var tabs = _get(Tabs.class);
        tabs.setSelectedTab(_get(Tab.class, spec -> spec.withId("REFUSED")));
        assertThat(_size(_get(Grid.class))).isEqualTo(1);

        var result = _download(_get(Anchor.class, spec -> spec.withId("export")));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(result))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
        }
        UI.getCurrent().navigate("takeover");
        assertThat(_find(com.vaadin.flow.router.RouterLink.class))
                .anySatisfy(link -> assertThat(link.getText()).isEqualTo("浙江 <b>名单</b>.xlsx"));
    }

    @Test
    void aRunThatIsNotThereIsNoPage() {
        for (var strange : List.of("x", "00000000-0000-0000-0000-000000000000")) {
            try {
                UI.getCurrent().navigate("takeover/" + strange);
            } catch (RuntimeException notFound) {
                assertThat(notFound).hasMessageNotContaining("NullPointer");
            }
            _assertNone(TakeoverRunView.class);
        }
    }

    @Test
    void nobodyElseOpensIt() {
        signIn(actors.account(Role.REVIEWER));
        try {
            UI.getCurrent().navigate("takeover");
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("denied");
        }
        _assertNone(TakeoverView.class);
    }

    @Test
    void anEnterpriseThatCameOverHasItsInformationAndNothingToRegister() {
        var row = TakeoverFixture.with(TakeoverFixture.row(COUNTY), TakeoverFixture.PHONE, Actors.freshPhone());
        takeover.taken(List.of(row));
        var account =
                enterprises.ofCode(row.get(TakeoverFixture.CODE)).orElseThrow().account();
        signIn(accounts.find(account).orElseThrow());

        UI.getCurrent().navigate("enterprise");
        assertThat(_get(H1.class).getElement().getText()).isEqualTo(row.get(TakeoverFixture.NAME));
        UI.getCurrent().navigate("registration");
        assertThat(_get(Callout.class).getElement().getTextRecursively()).contains("无需再次注册");
        _assertNone(NativeButton.class, spec -> spec.withId("start"));
    }

    private static String count(RowStatus status) {
        return _get(Div.class, spec -> spec.withId("count-" + status))
                .getElement()
                .getTextRecursively();
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }
}
