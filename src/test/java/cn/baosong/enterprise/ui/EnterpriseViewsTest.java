package cn.baosong.enterprise.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
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
import cn.baosong.common.ui.Callout;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.KnownDigits;
import cn.baosong.testing.Pages;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TakeoverFixture;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EnterpriseViewsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private KnownDigits digits;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private TakeoverFixture takeover;

    private Account reviewer;
    private Map<String, String> row;

    @BeforeEach
    void openBrowser() {
        reviewer = desks.holder(desks.haishu());
        row = TakeoverFixture.with(TakeoverFixture.row("330203"), TakeoverFixture.EMAIL, "info@example.org");
        takeover.taken(List.of(row));
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void theReviewerSearchesAndHandsOutACodeOnce() {
        signIn(reviewer);
        UI.getCurrent().navigate("enterprises/activation");
        _setValue(_get(TextField.class, spec -> spec.withId("search")), row.get(TakeoverFixture.LOGIN_NAME));
        assertThat(_size(_get(Grid.class, spec -> spec.withId("inactive")))).isEqualTo(1);

        _click(issueButton());

        var code = _get(Span.class, spec -> spec.withId("activation-code")).getText();
        assertThat(code).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        _click(_get(Button.class, spec -> spec.withId("activation-noted")));
        _assertNone(Span.class, spec -> spec.withId("activation-code"));

        _click(issueButton());
        _click(_get(Button.class, spec -> spec.withId("reissue-confirm")));
        assertThat(_get(Span.class, spec -> spec.withId("activation-code")).getText())
                .as("the earlier one is void")
                .isNotEqualTo(code);
    }

    @Test
    void aSearchWithoutResultSaysSo() {
        signIn(reviewer);
        UI.getCurrent().navigate("enterprises/activation", QueryParameters.simple(Map.of("q", "nothing-is-called-so")));
        _assertNone(Grid.class);
    }

    @Test
    void theLoginPageLeadsToFindingTheAccount() {
        UI.getCurrent().navigate("login");
        assertThat(_find(Anchor.class)).anySatisfy(link -> {
            assertThat(link.getHref()).isEqualTo("/find-account");
            assertThat(link.getText()).isEqualTo("账号找回");
        });
    }

    @Test
    void theAnswerIsTheSameWhetherOrNotTheCodeIsRegistered() {
        UI.getCurrent().navigate("find-account");
        var known = answer(row.get(TakeoverFixture.CODE));
        var unknown = answer(RegistrationFixture.freshCode("330203"));
        assertThat(known).isEqualTo(unknown).isNotBlank();

        answer("123");
        assertThat(_get(TextField.class, spec -> spec.withId("credit-code")).isInvalid())
                .isTrue();
    }

    private String answer(String code) {
        _setValue(_get(TextField.class, spec -> spec.withId("credit-code")), code);
        _click(_get(Button.class, spec -> spec.withId("send")));
        _find(TextField.class, spec -> spec.withId("picture-digits")).forEach(field -> {
            _setValue(field, digits.newest());
            _click(_get(Button.class, spec -> spec.withId("picture-confirm")));
        });
        return _find(Callout.class).stream()
                .map(callout -> callout.getElement().getTextRecursively())
                .findFirst()
                .orElse("");
    }

    private Button issueButton() {
        var grid = _get(Grid.class, spec -> spec.withId("inactive"));
        return (Button) _getCellComponent(grid, 0, "issue");
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }
}
