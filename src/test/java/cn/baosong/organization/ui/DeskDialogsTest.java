package cn.baosong.organization.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.ui.Callout;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskHolder;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.RegistrationFixture;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator is asked before a desk is given to somebody or given up (ADM-09, GAP-02). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeskDialogsTest {

    private static final LocalDate TODAY = LocalDate.now(PlatformTime.ZONE);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture fixture;

    @Autowired
    private Desks desks;

    @Autowired
    private RegistrationFixture registrations;

    @Autowired
    private JdbcClient jdbc;

    private Desk city;
    private Desk county;
    private Account superior;

    @BeforeEach
    void aCountyOfItsOwn() {
        city = fixture.under(fixture.zhejiang(), DeskLevel.CITY, "3311");
        superior = fixture.holder(city);
        county = fixture.under(city, DeskLevel.COUNTY, fixture.freshCounty("3311"));
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void openPage() {
        var now = accounts.find(superior.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
        UI.getCurrent().navigate("desks");
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private List<DeskHolder> holders() {
        return actors.as(superior, () -> desks.holders(county.id()));
    }

    private List<Desk> below() {
        return actors.as(superior, () -> desks.subordinates(city.id()));
    }

    @Test
    void aDeskIsGivenUpWithAReasonOnceItIsSaidWhatGoesWhere() {
        fixture.newHolder(county);
        var waiting = registrations.submitted(actors.applicant(), RegistrationFixture.values(county.region()));
        holders().forEach(held -> actors.as(superior, () -> desks.release(held.id())));
        openPage();

        _click(button("close-" + county.id()));
        assertThat(_get(UnorderedList.class, spec -> spec.withId("handing"))
                        .getElement()
                        .getTextRecursively())
                .contains("等待审核的事项 1 项，移交“" + city.name() + "”");
        _click(button("reason-confirm"));
        assertThat(below()).as("not without a reason").contains(county);

        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "并入市局");
        _click(button("reason-confirm"));

        assertThat(below()).doesNotContain(county);
        assertThat(_find(Button.class, spec -> spec.withId("close-" + county.id())))
                .isEmpty();
        assertThat(jdbc.sql("SELECT desk_id FROM review_item WHERE subject_id = :id")
                        .param("id", waiting.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(city.id());
        assertThat(jdbc.sql("SELECT closed_reason FROM desk WHERE id = :id AND closed_by = :by")
                        .param("id", county.id())
                        .param("by", superior.id())
                        .query(String.class)
                        .single())
                .isEqualTo("并入市局");
    }

    @Test
    void aSubstituteStandsInFromADayToADay() {
        var substitute = actors.account();
        openPage();
        _click(button("assign-" + county.id()));
        _setValue(_get(TextField.class, spec -> spec.withId("holder-login-name")), substitute.loginName());
        _setValue(_get(Checkbox.class, spec -> spec.withId("holder-substitute")), true);
        _setValue(date("holder-from"), TODAY.plusDays(3));
        _setValue(date("holder-to"), TODAY.plusDays(1));
        _click(button("holder-assign"));
        assertThat(_find(Callout.class))
                .extracting(callout -> callout.getElement().getTextRecursively())
                .anyMatch(said -> said.contains("结束日期"));
        assertThat(holders()).isEmpty();
        assertThat(_get(TextField.class, spec -> spec.withId("holder-login-name"))
                        .getValue())
                .as("what was typed stays")
                .isEqualTo(substitute.loginName());

        _setValue(date("holder-to"), TODAY.plusDays(9));
        _click(button("holder-assign"));

        assertThat(holders()).singleElement().satisfies(held -> {
            assertThat(held.account()).isEqualTo(substitute.id());
            assertThat(held.substitute()).isTrue();
            assertThat(held.from()).isEqualTo(TODAY.plusDays(3));
            assertThat(held.to()).isEqualTo(TODAY.plusDays(9));
        });
        assertThat(_find(Span.class)).extracting(Span::getText).anySatisfy(said -> assertThat(said)
                .contains(
                        substitute.loginName(),
                        "代理",
                        TODAY.plusDays(3).toString(),
                        TODAY.plusDays(9).toString()));
        assertThat(desks.heldToday(county.id())).as("not yet").isEmpty();
    }

    private static DatePicker date(String id) {
        return _get(DatePicker.class, spec -> spec.withId(id));
    }
}
