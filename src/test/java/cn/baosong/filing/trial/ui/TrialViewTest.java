package cn.baosong.filing.trial.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Scheme;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The page 校验试运行. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TrialViewTest {

    private static final YearMonth MONTH = YearMonth.of(2020, 3);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @BeforeEach
    void openBrowser() {
        fixture.submitted(fixture.enterprise(), MONTH);
        var owner = actors.account(Role.PROCESS_OWNER);
        Pages.open(context);
        Pages.signIn(new SignedIn(owner.id(), owner.loginName(), owner.phone(), owner.roles()));
        UI.getCurrent().navigate(TrialView.class);
        ComboBox<Scheme> scheme = _get(ComboBox.class, spec -> spec.withId("scheme"));
        scheme.setValue(scheme.getListDataView()
                .getItems()
                .filter(one -> one.key().equals(Filings.SCHEME))
                .findFirst()
                .orElseThrow());
        ComboBox<YearMonth> month = _get(ComboBox.class, spec -> spec.withId("month"));
        month.setValue(MONTH);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void aDeployedRevisionFindsTheSameAndTheResultIsExported() {
        _click(_get(Button.class, spec -> spec.withId("run")));
        assertThat(result()).contains("各规则的变化", "revenue");
        assertThat(_download(_get(Anchor.class, spec -> spec.withId("export")))).startsWith('P', 'K');
    }

    @Test
    void anUploadedTableIsTriedOrRefusedWithReasons() {
        var table = ModelFixture.read("processes/monthly-report/report-checks.dmn");
        upload(table);
        assertThat(result()).contains("检查了");
        upload(table.replace("revenue.cumulative", "revenu.cumulative"));
        assertThat(_find(Div.class, spec -> spec.withId("result"))).isEmpty();
        assertThat(_get(Div.class, spec -> spec.withId("outcome")).getElement().getTextRecursively())
                .contains("没有试运行", "revenu");
    }

    private static void upload(String table) {
        _upload(_get(Upload.class), "report-checks.dmn", table.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
    }

    private static String result() {
        return _get(Div.class, spec -> spec.withId("result")).getElement().getTextRecursively();
    }
}
