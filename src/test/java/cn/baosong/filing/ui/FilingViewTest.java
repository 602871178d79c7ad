package cn.baosong.filing.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ProductCode;
import cn.baosong.filing.ReportTask;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.form.ui.FormPane;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.RegistrationFixture;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of a report being filled in (MON-06 to 53, CHG-01 to 06). */
class FilingViewTest extends FilingScenario {

    private static final String HERE = "reports/" + MONTH;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Periods periods;

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

    private static void go(String path) {
        var parts = path.split("\\?");
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        MockVaadin.clientRoundtrip();
    }

    private static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
        MockVaadin.clientRoundtrip();
    }

    /** Everything a person can read now. */
    private static String page() {
        var text = new StringBuilder();
        for (var target : UI.getCurrent().getInternals().getActiveRouterTargetsChain()) {
            text.append(target.getElement().getTextRecursively());
        }
        for (var dialog : _find(Dialog.class)) {
            text.append(dialog.getHeaderTitle()).append(dialog.getElement().getTextRecursively());
        }
        return text.toString();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static String textAt(String id) {
        return _get(Component.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }

    private static void says(String text) {
        assertThat(NotificationsKt.getNotifications())
                .anySatisfy(notification -> assertThat(notification.getElement().getProperty("text", "")
                                + notification.getElement().getTextRecursively())
                        .contains(text));
    }

    /** A matrix cell is a plain input of the page. */
    private static void type(String path, String value) {
        _get(FormPane.class).apply(Map.of(path, new BigDecimal(value)));
        MockVaadin.clientRoundtrip();
    }

    private Filing mine() {
        return actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))).orElseThrow();
    }

    @Test
    void aVisitBeginsNothingAndTheButtonDoes() {
        go(HERE);
        assertThat(page()).contains("补报 2021-08").contains("未填报").contains("已超过建议上报日期 2021-09-20");
        assertThat(actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();

        press("start-report");
        assertThat(mine().status()).isEqualTo(FilingStatus.EDITING);
        assertThat(page()).contains("企业基本信息");
        assertThat(_get(TextField.class, spec -> spec.withId("name")).getValue())
                .isEqualTo(enterpriseOf(account).name());
    }

    @Test
    void theMenuLeadsToTheCurrentMonth() {
        go("reports/" + periods.current());
        assertThat(page()).contains("当期报送 " + periods.current());
        _assertOne(
                RouterLink.class,
                spec -> spec.withPredicate(link -> link.getHref().equals("reports/" + periods.current())
                        && "page".equals(link.getElement().getAttribute("aria-current"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "abc", "2021-8", "0000-01", "2021-08-01", "20210-8"})
    void whatIsNoMonthIsNoPage(String month) {
        go("reports/" + month);
        _assertNone(FilingView.class);
        assertThat(page()).contains("没有这个页面");
    }

    @Test
    void aMonthThatIsNotOpenIsSaidInWords() {
        var future = YearMonth.from(periods.today()).plusMonths(1);
        go("reports/" + future);
        assertThat(_get(Callout.class).getElement().getTextRecursively()).contains(future + " 不是可以填报的报告期");
        _assertNone(Button.class, spec -> spec.withId("start-report"));
    }

    @Test
    void whoHasNoEnterpriseIsToldSo() {
        signIn(actors.account(Role.ENTERPRISE));
        go(HERE);
        assertThat(page()).contains("本账号还没有登记企业");
    }

    @Test
    void anotherEnterpriseSeesNothingOfMine() {
        fixture.filled(account, MONTH);
        signIn(fixture.enterprise());
        go(HERE + "?step=2");
        assertThat(page()).contains("未填报");
        _assertNone(FormPane.class);
    }

    @Test
    void aReportThatIsNotMineToEditIsShownToBeRead() {
        fixture.submitted(account, MONTH);
        go(HERE);
        _assertNone(FormPane.class);
        _assertNone(Button.class, spec -> spec.withId("next"));
        assertThat(address()).startsWith(HERE);
    }

    @Test
    void anyStepIsReachedByTheGuideAndStandsInTheAddress() {
        fixture.filled(account, MONTH);
        go(HERE);
        _click(_get(NativeButton.class, spec -> spec.withId("step-3")));
        assertThat(address()).isEqualTo(HERE + "?step=3");
        assertThat(page()).contains("新增产品");
        _click(_get(NativeButton.class, spec -> spec.withId("step-4")));
        assertThat(page()).contains("本期没有需要填写的调查问卷");
        press("next");
        assertThat(address()).isEqualTo(HERE + "?step=5");
        press("back-step");
        assertThat(address()).isEqualTo(HERE + "?step=4");
        go(HERE + "?step=99");
        _assertOne(TextField.class, spec -> spec.withId("filler"));
    }

    @Test
    void whatIsTypedGoesAlongWhenTheGuideIsUsed() {
        fixture.filled(account, MONTH);
        go(HERE);
        _setValue(_get(TextField.class, spec -> spec.withId("filler")), "李四");
        _setValue(_get(TextField.class, spec -> spec.withId("contact")), "王五");
        _click(_get(NativeButton.class, spec -> spec.withId("step-2")));
        _click(_get(NativeButton.class, spec -> spec.withId("step-1")));
        assertThat(_get(TextField.class, spec -> spec.withId("filler")).getValue())
                .isEqualTo("李四");
        assertThat(_get(TextField.class, spec -> spec.withId("contact")).getValue())
                .isEqualTo("王五");
    }

    @Test
    void savingAsksForNothingThatIsMissingAndTheNextStepDoes() {
        actors.as(account, () -> filings.open(ReportTask.monthly(MONTH)));
        go(HERE + "?step=2");
        press("save");
        says("已保存，没有发现需要修改的内容");
        press("next");
        assertThat(address()).isEqualTo(HERE + "?step=2");
        assertThat(textAt("remarks")).contains("本表还有");
        assertThat(_find(Div.class, spec -> spec.withClasses("finding-mandatory")))
                .isNotEmpty();
    }

    @Test
    void aNegativeRevenueIsSaidWhenSaving() {
        fixture.filled(account, MONTH);
        go(HERE + "?step=2");
        type("revenue.cumulative", "-5");
        press("save");
        assertThat(textAt("remarks")).contains("处需要修改");
    }

    @Test
    void aWarningComesAndGoesWithTheFiguresAndAnExplanationLetsOneGoOn() {
        fixture.filled(account, MONTH);
        go(HERE + "?step=2");
        assertThat(warnings()).isZero();
        type("exportDelivery.cumulative", "99999");
        press("save");
        assertThat(warnings()).isPositive();

        press("next");
        assertThat(address()).isEqualTo(HERE + "?step=2");
        assertThat(textAt("remarks")).contains("填写情况说明可继续上报");

        var answers = _find(
                TextField.class,
                spec -> spec.withPredicate(field -> field.getId().orElse("").startsWith("answer-")));
        _setValue(answers.get(0), "啊啊啊");
        assertThat(answers.get(0).isInvalid()).isTrue();
        assertThat(answers.get(0).getErrorMessage()).contains("不能只重复一个字");
        answers.forEach(answer -> _setValue(answer, "新增德国客户年度订单，见合同"));
        press("next");
        assertThat(address()).isEqualTo(HERE + "?step=3");

        go(HERE + "?step=2");
        type("exportDelivery.cumulative", "800");
        press("save");
        assertThat(warnings()).isZero();
    }

    private static int warnings() {
        return _find(Div.class, spec -> spec.withClasses("finding-warning")).size();
    }

    @Test
    void aChangedNameIsConfirmedAndFreezes() {
        fixture.filled(account, MONTH);
        go(HERE);
        var old = enterpriseOf(account).name();
        var changed = "更名之后" + mine().id().toString().substring(0, 8) + "有限公司";
        _setValue(_get(TextField.class, spec -> spec.withId("name")), changed);
        press("next");
        assertThat(page()).contains("确认企业信息变更").contains(old).contains(changed);
        press("freeze-cancel");
        assertThat(mine().status()).isEqualTo(FilingStatus.EDITING);

        press("next");
        press("freeze-confirm");
        assertThat(mine().status()).isEqualTo(FilingStatus.FROZEN);
        assertThat(textAt("frozen")).contains("报表已冻结").contains("仍无人处理时自动通过");
        assertThat(page()).contains(old).contains(changed);
        _assertNone(FormPane.class);
        _assertNone(Button.class, spec -> spec.withId("next"));

        actors.as(desks.holder(desks.nation()), () -> reviews.accept("key-field-change", mine().id()));
        signIn(account);
        _get(Countdown.class).look();
        assertThat(textAt("unfrozen")).contains("可以继续填报");
        _assertOne(FormPane.class);
    }

    @Test
    void aReturnedChangeSaysWhyAndKeepsWhatWasProposed() {
        var filing = fixture.filled(account, MONTH);
        var changed = "更名之后" + filing.id().toString().substring(0, 8) + "有限公司";
        type(account, filing, FilingFixture.BASIC, Map.of("name", changed));
        actors.as(account, () -> filings.freeze(filing.id()));
        actors.as(
                desks.holder(desks.nation()),
                () -> reviews.sendBack("key-field-change", filing.id(), "请先办理<b>工商</b>变更"));
        signIn(account);
        go(HERE);
        assertThat(textAt("change-returned")).contains("请先办理<b>工商</b>变更");
        assertThat(_get(TextField.class, spec -> spec.withId("name")).getValue())
                .isEqualTo(changed);
    }

    @Test
    void aReturnedReportShowsTheReasonFirst() {
        var filing = fixture.submitted(account, MONTH);
        fixture.returnAt(desks.yuhang(), filing, "营业收入与发票不符");
        signIn(account);
        go(HERE + "?step=5");
        assertThat(textAt("returned")).contains("营业收入与发票不符");
        assertThat(page()).contains("审核退回");
    }

    @Test
    void theLastStepSubmitsOnceHoweverOftenItIsPressed() {
        fixture.filled(account, MONTH);
        go(HERE + "?step=5");
        assertThat(textAt("readiness")).contains("可以上报");
        var button = _get(Button.class, spec -> spec.withId("submit-report"));
        _click(button);
        MockVaadin.clientRoundtrip();
        says("已上报");
        assertThat(path(mine())).containsExactly(FilingStatus.UNDER_REVIEW);
        assertThat(mine().versions()).isEqualTo(1);
        _assertNone(FormPane.class);
    }

    @Test
    void theOtherWindowThatSubmitsLaterIsToldAndSubmitsNothing() {
        var filing = fixture.filled(account, MONTH);
        go(HERE + "?step=5");
        actors.as(account, () -> filings.submit(filing.id()));
        signIn(account);
        press("submit-report");
        says("报表现在不能修改");
        _assertNone(Button.class, spec -> spec.withId("submit-report"));
        assertThat(mine().versions()).isEqualTo(1);
    }

    @Test
    void whatIsOpenKeepsTheButtonShutAndLeadsToItsField() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "-5"));
        go(HERE + "?step=5");
        assertThat(_get(Button.class, spec -> spec.withId("submit-report")).isEnabled())
                .isFalse();
        assertThat(textAt("readiness")).contains("处理后才能上报");
        var links = _find(Button.class, spec -> spec.withClasses("summary-link"));
        assertThat(links).isNotEmpty();
        _click(links.get(0));
        assertThat(address()).contains("step=2").contains("field=");
        _assertOne(FormPane.class);
    }

    @Test
    void whatWasExplainedIsListedBeforeSubmitting() {
        var filing = fixture.filled(account, MONTH);
        type(
                account,
                filing,
                FilingFixture.INDICATORS,
                Map.of("totalProfit.cumulative", "1", "exportDelivery.cumulative", "99999"));
        var check = actors.as(account, () -> filings.check(filing.id(), Mode.SUBMIT));
        check.findings()
                .forEach(finding -> actors.as(account, () -> filings.explain(filing.id(), finding.rule(), "海外订单集中交付")));
        signIn(account);
        go(HERE + "?step=5");
        assertThat(textAt("explanations")).contains("海外订单集中交付");
    }

    @Test
    void wordsAreKeptWhileTwoWindowsDisagreeAboutAFigure() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.INDICATORS, Map.of("exportDelivery.cumulative", "99999"));
        signIn(account);
        go(HERE + "?step=2");
        type(account, filing, FilingFixture.INDICATORS, Map.of("electricity.month", "101"));
        signIn(account);
        type("electricity.month", "102");
        assertThat(textAt("take-electricity.month")).as("the choice waits").isNotEmpty();

        var answer = _find(TextField.class, spec -> spec.withClasses("finding-answer")).stream()
                .filter(TextField::isVisible)
                .findFirst()
                .orElseThrow();
        _setValue(answer, "海外订单集中交付");

        assertThat(answer.isInvalid()).isFalse();
        assertThat(actors.as(account, () -> filings.check(filing.id(), Mode.SUBMIT))
                        .findings())
                .anySatisfy(finding -> assertThat(finding.explanation()).isEqualTo("海外订单集中交付"));
    }

    @Test
    void aFieldThatDoesNotExistInTheAddressDoesNoHarm() {
        fixture.filled(account, MONTH);
        go(HERE + "?step=2&field=%3Cscript%3E");
        _assertOne(FormPane.class);
    }

    @Test
    void lastMonthsAcceptedFiguresStandBesideTheCells() {
        fixture.accepted(account, MONTH.minusMonths(1));
        fixture.filled(account, MONTH);
        signIn(account);
        go(HERE + "?step=2");
        assertThat(page()).contains("上月");
        assertThat(_find(Span.class, spec -> spec.withClasses("badge"))).isNotEmpty();
    }

    @Test
    void aProductOfTheCatalogueFillsTheEmptyRowAndThenANewOne() {
        fixture.filled(account, MONTH);
        go(HERE + "?step=3");
        press("lookup");
        _assertOne(ProductLookup.class);
        _click(_get(Button.class, spec -> spec.withText("新增产品")));
        var pane = _get(FormPane.class);
        ProductLookup.take(pane, "products", new ProductCode("3489010000", "轴承", "套"));
        ProductLookup.take(pane, "products", new ProductCode("3489020000", "齿轮", null));
        press("save");
        go(HERE + "?step=3");
        assertThat(_get(TextField.class, spec -> spec.withId("products[0].name"))
                        .getValue())
                .isEqualTo("轴承");
        assertThat(_get(TextField.class, spec -> spec.withId("products[0].unit"))
                        .getValue())
                .isEqualTo("套");
        assertThat(_get(TextField.class, spec -> spec.withId("products[1].code"))
                        .getValue())
                .isEqualTo("3489020000");
        _assertNone(TextField.class, spec -> spec.withId("products[2].name"));
    }

    @Test
    void theSameAppliesInEnglish() {
        var values = RegistrationFixture.values("330110");
        account = fixture.enterprise(values);
        signIn(account);
        UI.getCurrent().setLocale(Texts.ENGLISH);
        go(HERE);
        assertThat(page()).contains("Late report 2021-08").contains("Not begun");
    }
}
