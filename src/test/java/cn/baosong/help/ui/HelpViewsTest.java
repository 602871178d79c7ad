package cn.baosong.help.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.filing.FilingScenario;
import cn.baosong.help.HelpLibrary;
import cn.baosong.help.HelpTopic;
import cn.baosong.testing.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of help, for whoever comes, and the ways to them. */
class HelpViewsTest extends FilingScenario {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private HelpLibrary library;

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account who) {
        var now = accounts.find(who.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotLoggedInReadsAndDownloadsIt(HelpTopic topic) {
        for (var locale : Texts.LOCALES) {
            UI.getCurrent().setLocale(locale);
            // A page that is shown already is not shown anew.
            UI.getCurrent().navigate("help/indicators");
            UI.getCurrent().navigate("help/" + topic.word());
            var text = library.read(topic, locale);
            assertThat(_get(Html.class).getInnerHtml()).contains("id=\"s1\"").doesNotContain("{{", "【");
            assertThat(_get(Nav.class, spec -> spec.withClasses("help-contents"))
                            .getElement()
                            .getTextRecursively())
                    .contains(text.parts().get(0).title());
            var file = new String(
                    _download(_get(Anchor.class, spec -> spec.withId("download-" + topic.word()))),
                    StandardCharsets.UTF_8);
            assertThat(file)
                    .startsWith("<!DOCTYPE html>")
                    .contains(text.title(), text.html())
                    .doesNotContain("{{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help/nothing", "help/guide.zh", "help/GUIDE"})
    void anythingElseIsNoPage(String address) {
        UI.getCurrent().navigate(address);
        _assertOne(EmptyState.class);
        _assertNone(Html.class);
    }

    @Test
    void settingsStandInTheText() {
        var guide = library.read(HelpTopic.GUIDE, Texts.CHINESE).html();
        assertThat(guide).contains("次月 20 日前", "2019-01", "超过 2 分钟无人处理的，系统自动通过", "始终可以补报", "12381");
        assertThat(library.read(HelpTopic.MANUAL, Texts.ENGLISH).html())
                .contains("good for 5 minutes", "good for 7 days", "12381 (working days 9:00–17:00)");
    }

    @Test
    void indicatorsAreFoundByNameCodeAndExplanation() {
        UI.getCurrent().navigate("help/indicators");
        var all = indicators();
        assertThat(all).hasSizeGreaterThan(30);
        search("营业收入");
        assertThat(indicators()).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(_get(Div.class, spec -> spec.withId("indicators"))
                        .getElement()
                        .getTextRecursively())
                .contains("05 营业收入（千元）", "形成的收入", "必填：本年1-本月");
        search("no such thing");
        assertThat(indicators()).isEmpty();
        _assertOne(EmptyState.class);
        search("");
        assertThat(indicators()).hasSameSizeAs(all);
        assertThat(_download(_get(Anchor.class, spec -> spec.withId("download-indicators"))))
                .startsWith(new byte[] {'P', 'K'});
    }

    private static List<Section> indicators() {
        return _find(Section.class, spec -> spec.withClasses("indicator"));
    }

    private static void search(String words) {
        _setValue(_get(TextField.class, spec -> spec.withId("search")), words);
    }

    @Test
    void anEnterpriseHasTheThreeDocumentsAndTheHotlineOnItsHomePageAndReports() {
        signIn(fixture.enterprise());
        UI.getCurrent().navigate("");
        for (var document : List.of("download-guide", "download-manual", "download-indicators")) {
            assertThat(_download(_get(Anchor.class, spec -> spec.withId(document))))
                    .isNotEmpty();
        }
        assertThat(text(_get(Card.class, spec -> spec.withId("service")))).contains("12381", "9:00–17:00");
        _assertNone(Card.class, spec -> spec.withId("service-links"));
        UI.getCurrent().navigate("reports/2021-08");
        assertThat(_get(Span.class, spec -> spec.withId("hotline")).getText()).isEqualTo("服务热线：12381");
    }

    @Test
    void everyRoleFindsHelpInTheNavigation() {
        for (var who : List.of(fixture.enterprise(), desks.holder(desks.yuhang()))) {
            signIn(who);
            UI.getCurrent().navigate("help/guide");
            assertThat(_find(RouterLink.class).stream().map(RouterLink::getHref))
                    .contains("help/guide", "help/manual", "help/indicators");
        }
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
