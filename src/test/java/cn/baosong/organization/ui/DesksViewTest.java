package cn.baosong.organization.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The page on which an administrator makes the administrators below senior ones (ROLE-04). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DesksViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Desks service;

    private Desk county;

    @BeforeEach
    void openBrowser() {
        var hangzhou = desks.hangzhou();
        county = desks.under(hangzhou, DeskLevel.COUNTY, desks.freshCounty("3301"));
        Pages.open(context);
        var now = accounts.find(desks.holder(hangzhou).id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
        UI.getCurrent().navigate("desks");
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private Checkbox box() {
        return _get(Checkbox.class, spec -> spec.withId("senior-" + county.id()));
    }

    @Test
    void aTickMakesASeniorAdministratorAndTakesItBack() {
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).anyMatch(said -> said.contains("最近的高级管理员审核"));
        assertThat(box().getValue()).isFalse();

        _setValue(box(), true);
        assertThat(service.find(county.id()).orElseThrow().isSenior()).isTrue();
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("desks");
        assertThat(box().getValue()).isTrue();

        _setValue(box(), false);
        assertThat(service.find(county.id()).orElseThrow().isSenior()).isFalse();
        assertThat(box().getValue()).isFalse();
    }

    @Test
    void anotherPersonGetsTheDeskAndIsDisabledWithAReason() {
        var next = actors.account();
        _click(_get(Button.class, spec -> spec.withId("replace-" + county.id())));
        _setValue(_get(TextField.class, spec -> spec.withId("replace-login-name")), "nobody99");
        _click(_get(Button.class, spec -> spec.withId("replace-confirm")));
        assertThat(service.heldBy(next.id())).isEmpty();
        _setValue(_get(TextField.class, spec -> spec.withId("replace-login-name")), next.loginName());
        _click(_get(Button.class, spec -> spec.withId("replace-confirm")));
        assertThat(service.heldBy(next.id())).extracting(Desk::id).containsExactly(county.id());

        var holding = actors.as(desks.holder(desks.hangzhou()), () -> service.holders(county.id())).stream()
                .filter(held -> held.account().equals(next.id()))
                .findFirst()
                .orElseThrow();
        _click(_get(NativeButton.class, spec -> spec.withId("disable-" + holding.id())));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "已调离");
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
        assertThat(accounts.find(next.id()).orElseThrow().enabled()).isFalse();
        assertThat(service.heldBy(next.id())).isEmpty();
    }
}
