package cn.baosong.statistics.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Chart;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.statistics.UnreportedEnterprise;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 未报送企业 and the figures on the home page of an administrator (QRY-05, HOME-16). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StatisticsPagesTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private FilingFixture filings;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private JdbcClient jdbc;

    private Account account;
    private Enterprise enterprise;

    @BeforeEach
    void openBrowser() {
        account = filings.enterprise();
        enterprise = enterprises.ofAccount(account.id()).orElseThrow();
        jdbc.sql("UPDATE enterprise SET created_at = '2020-01-01' WHERE id = :id")
                .param("id", enterprise.id())
                .update();
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account person) {
        var now = accounts.find(person.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @SuppressWarnings("unchecked")
    private static Grid<UnreportedEnterprise> grid() {
        return _get(Grid.class, spec -> spec.withId("unreported"));
    }

    @Test
    void theListIsSearchedAndTheTickedAreReminded() {
        signIn(desks.holder(desks.hangzhou()));
        UI.getCurrent()
                .navigate(
                        "unreported",
                        QueryParameters.simple(Map.of("month", "2021-08", "region", "330110", "state", "NOT_FILED")));
        _setValue(_get(TextField.class, spec -> spec.withId("search")), enterprise.name());
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(_get(grid(), 0).remindedAt()).isNull();

        grid().asMultiSelect().select(_get(grid(), 0));
        assertThat(_get(Button.class, spec -> spec.withId("remind")).getText()).contains("1");
        _click(_get(Button.class, spec -> spec.withId("remind")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(_get(grid(), 0).remindedAt()).isNotNull();
    }

    @Test
    void anEnterpriseHasNoSuchPage() {
        signIn(account);
        UI.getCurrent().navigate("unreported");
        _assertNone(Grid.class, spec -> spec.withId("unreported"));
        _assertNone(Button.class, spec -> spec.withId("remind"));
    }

    @Test
    void theHomePageLeadsIntoTheLists() {
        signIn(desks.holder(desks.hangzhou()));
        UI.getCurrent().navigate("");
        assertThat(_get(Section.class, spec -> spec.withId("overview-month"))
                        .getElement()
                        .getTextRecursively())
                .contains("应报企业", "余杭区");
        assertThat(_find(Chart.class)).hasSize(2);
        assertThat(_find(RouterLink.class))
                .extracting(RouterLink::getHref)
                .anySatisfy(link -> assertThat(link).startsWith("unreported?").contains("region=330110"))
                .anySatisfy(
                        link -> assertThat(link).startsWith("reviews/filing?").contains("overdue=true"));
    }
}
