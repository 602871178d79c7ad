package cn.baosong.filing.revision.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.TaskApplications;
import cn.baosong.filing.revision.CarryOvers;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The page 制度版本, one run on it, and what the enterprise is told. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RevisionsViewTest {

    private static final String SCHEME = "software-monthly-city";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private ModelFixture models;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private Filings filings;

    @Autowired
    private Periods periods;

    @Autowired
    private CarryOvers carryOvers;

    private Account owner;

    @BeforeEach
    void openBrowser() {
        owner = actors.account(Role.PROCESS_OWNER);
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @Test
    void aPreviewIsConfirmedAndTheRunIsFollowed() {
        var enterprise = fixture.softwareEnterprise();
        var task = new ReportTask(SCHEME, periods.current(SCHEME));
        actors.as(enterprise, () -> {
            applications.apply(SCHEME);
            var filing = filings.open(task);
            return filings.keep(filing.id(), "software-finance", Map.of("research.current", 88));
        });
        models.changed(
                "forms/software-survey/software-finance.form",
                form -> form.replace("\"key\": \"research\"", "\"key\": \"innovation\""),
                () -> {
                    signIn(owner);
                    UI.getCurrent().navigate("revisions/" + SCHEME);
                    var newest = revisions.latest(SCHEME).orElseThrow();
                    assertThat(text("revisions"))
                            .contains("第 " + newest.number() + " 版", "表单 software-finance", "适用于所有报告期");
                    _click(_get(Button.class, spec -> spec.withId("look")));
                    assertThat(text("preview")).contains("编辑", "换用新版本", "研发经费");
                    _click(_get(Button.class, spec -> spec.withId("carry-over")));
                    ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
                    var address = UI.getCurrent()
                            .getInternals()
                            .getActiveViewLocation()
                            .getPath();
                    assertThat(address).startsWith("carry-overs/");
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> actors.as(
                                    owner, () -> carryOvers.runs().get(0).finished()));
                    signIn(owner);
                    UI.getCurrent().navigate(address);
                    assertThat(text("count-DONE")).containsPattern("[1-9]");
                    UI.getCurrent().navigate("revisions/" + SCHEME);
                    assertThat(text("runs")).contains(SCHEME + " · " + newest.number(), "已换用");

                    signIn(enterprise);
                    UI.getCurrent().navigate("tasks/" + SCHEME + "/" + task.month());
                    assertThat(text("set-aside")).contains("研发经费", "88");
                    return null;
                });
    }

    @Test
    void whereNothingIsOlderThereIsNothingToStart() {
        signIn(owner);
        UI.getCurrent().navigate("revisions/carry-over");
        assertThat(_find(Button.class, spec -> spec.withId("carry-over"))).isEmpty();
        assertThat(text("revisions")).contains("第 1 版");
    }

    @Test
    void everyRevisionShowsItsFormsAsAnEnterpriseSeesThem() {
        signIn(owner);
        var newest = revisions.latest("monthly-report").orElseThrow();
        var address = "revisions/monthly-report/" + newest.number() + "/forms";
        UI.getCurrent().navigate("revisions/monthly-report");
        assertThat(_find(RouterLink.class)).extracting(RouterLink::getHref).contains(address);
        UI.getCurrent().navigate(address);
        _setValue(_get(TextField.class, spec -> spec.withId("filler")), "孙丙");
        choose("form", 1);
        assertThat(text("sheet")).contains("营业收入").doesNotContain("Revenue");
        choose("language", 1);
        assertThat(text("sheet")).contains("Revenue");
        choose("form", 0);
        assertThat(_get(TextField.class, spec -> spec.withId("filler")).getValue())
                .isEqualTo("孙丙");
        UI.getCurrent().navigate("revisions");
        UI.getCurrent().navigate(address);
        assertThat(_get(TextField.class, spec -> spec.withId("filler")).getValue())
                .as("nothing is kept")
                .isEmpty();

        UI.getCurrent().navigate("revisions/enterprise-registration/1/forms");
        assertThat(text("sheet")).contains("registration-form");
    }

    @SuppressWarnings("unchecked")
    private static void choose(String id, int item) {
        var choice = (Select<Object>) _get(Select.class, spec -> spec.withId(id));
        _setValue(choice, choice.getListDataView().getItem(item));
    }

    private static String text(String id) {
        return _get(Div.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }
}
