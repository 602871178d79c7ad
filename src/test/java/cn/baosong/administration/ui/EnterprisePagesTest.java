package cn.baosong.administration.ui;

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
import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.administration.ReviewerChanges;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desk;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The list of enterprises and the page of one (ADM-01 to 08). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EnterprisePagesTest {

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
    private MonitoredEnterprises monitored;

    @Autowired
    private ReviewerChanges changes;

    @Autowired
    private Actors actors;

    private Account account;
    private Enterprise enterprise;

    @BeforeEach
    void openBrowser() {
        account = filings.enterprise();
        enterprise = enterprises.ofAccount(account.id()).orElseThrow();
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account administrator) {
        var now = accounts.find(administrator.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @SuppressWarnings("unchecked")
    private Grid<MonitoredEnterprise> grid() {
        return _get(Grid.class, spec -> spec.withId("enterprises"));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private void openPage() {
        UI.getCurrent().navigate("enterprises/" + enterprise.id());
    }

    @Test
    void theListIsSearchedAndTheTickedGetAnotherReviewer() {
        signIn(desks.holder(desks.hangzhou()));
        UI.getCurrent().navigate("enterprises", QueryParameters.simple(Map.of("region", "3301", "state", "active")));
        assertThat(button("change-reviewer").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withId("search")), enterprise.name());
        assertThat(_size(grid())).isEqualTo(1);

        grid().asMultiSelect().select(_get(grid(), 0));
        _click(button("change-reviewer"));
        _click(button("reviewer-confirm"));
        assertThat(enterprises.find(enterprise.id()).orElseThrow().directDesk())
                .as("no desk was chosen")
                .isEqualTo(desks.yuhang().id());
        chooseDesk(desks.hangzhou());
        _click(button("reviewer-confirm"));

        assertThat(enterprises.find(enterprise.id()).orElseThrow().directDesk())
                .isEqualTo(desks.hangzhou().id());
        openPage();
        assertThat(_find(Span.class))
                .extracting(Span::getText)
                .contains(desks.hangzhou().name() + "（由管理员指定）");

        _click(button("by-region"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(_find(Span.class))
                .extracting(Span::getText)
                .contains(desks.yuhang().name() + "（按所在地区）");
        _assertNone(Button.class, spec -> spec.withId("by-region"));
    }

    @SuppressWarnings("unchecked")
    private void chooseDesk(Desk desk) {
        _setValue((ComboBox<Desk>) _get(ComboBox.class, spec -> spec.withId("reviewer-desk")), desk);
    }

    /** One of the ticked goes by its region already, and is said so. */
    @Test
    void theTickedGoByTheirRegionAgain() {
        var other = enterprises.ofAccount(filings.enterprise().id()).orElseThrow();
        var city = desks.holder(desks.hangzhou());
        actors.as(
                city,
                () -> changes.change(Set.of(enterprise.id()), desks.hangzhou().id()));
        signIn(city);
        UI.getCurrent().navigate("enterprises");
        for (var one : List.of(enterprise, other)) {
            grid().asMultiSelect()
                    .select(actors.as(city, () -> monitored.find(one.id())).orElseThrow());
        }

        _click(button("change-reviewer"));
        _click(button("reviewer-by-region"));

        assertThat(actors.as(city, () -> monitored.find(enterprise.id()))).hasValueSatisfying(now -> {
            assertThat(now.set()).isFalse();
            assertThat(now.desk()).isEqualTo(desks.yuhang().id());
        });
        assertThat(_get(UnorderedList.class, spec -> spec.withId("reviewer-left"))
                        .getElement()
                        .getTextRecursively())
                .contains(other.name())
                .doesNotContain(enterprise.name());
    }

    @Test
    void anEnterpriseIsDisabledWithAReasonAndEnabledAgain() {
        filings.submitted(account, YearMonth.of(2021, 8));
        signIn(desks.holder(desks.yuhang()));
        openPage();
        assertThat(_get(Card.class, spec -> spec.withId("reports")).getElement().getTextRecursively())
                .contains("2021-08", "待审核");

        _click(button("disable-" + enterprise.id()));
        _click(button("reason-confirm"));
        assertThat(enterprises.find(enterprise.id()).orElseThrow().active())
                .as("not without a reason")
                .isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "已停产");
        _click(button("reason-confirm"));

        assertThat(enterprises.find(enterprise.id()).orElseThrow().active()).isFalse();
        assertThat(_find(Callout.class))
                .extracting(callout -> callout.getElement().getTextRecursively())
                .anyMatch(said -> said.contains("不能删除"));
        assertThat(_get(UnorderedList.class, spec -> spec.withId("events"))
                        .getElement()
                        .getTextRecursively())
                .contains("禁用", "已停产");
        _assertNone(Button.class, spec -> spec.withId("remove-" + enterprise.id()));

        _click(button("enable-" + enterprise.id()));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "已复产");
        _click(button("reason-confirm"));
        assertThat(enterprises.find(enterprise.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void aStrangerFindsNoSuchPage() {
        signIn(desks.holder(desks.haishu()));
        openPage();
        _assertNone(Button.class, spec -> spec.withId("change-reviewer"));
        UI.getCurrent().navigate("enterprises/nothing");
        _assertNone(Button.class, spec -> spec.withId("change-reviewer"));
        signIn(account);
        openPage();
        _assertNone(Button.class, spec -> spec.withId("change-reviewer"));
    }
}
