package cn.baosong.notice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.notice.Audience;
import cn.baosong.notice.NoticeContent;
import cn.baosong.notice.NoticeDesk;
import cn.baosong.notice.NoticeKind;
import cn.baosong.notice.NoticeState;
import cn.baosong.organization.Desk;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoticeViewsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private NoticeDesk service;

    private Desk yuhang;
    private Account author;

    @BeforeEach
    void openBrowser() {
        yuhang = desks.yuhang();
        author = desks.holder(yuhang);
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void anAdministratorPublishesAndWithdraws() {
        signIn(author);
        UI.getCurrent().navigate("notices/manage");
        _click(_get(Button.class, spec -> spec.withId("publish")));
        var title = "发布" + UUID.randomUUID();
        _click(_get(Button.class, spec -> spec.withId("save")));
        assertThat(_get(TextField.class, spec -> spec.withId("title")).isInvalid())
                .isTrue();
        _setValue(_get(TextField.class, spec -> spec.withId("title")), title);
        _setValue(_get(TextArea.class, spec -> spec.withId("text")), "请看 <b>这里</b> ![图](https://example.org/a.png)");
        assertThat(_get(Markdown.class, spec -> spec.withId("preview")).getContent())
                .isEqualTo("请看 &lt;b>这里&lt;/b> [图](https://example.org/a.png)");
        _click(_get(Button.class, spec -> spec.withId("save")));
        assertThat(_get(TextArea.class, spec -> spec.withId("text")).isInvalid())
                .isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withId("text")), "请看**这里**");
        _click(_get(Button.class, spec -> spec.withId("save")));

        UI.getCurrent().navigate("notices/manage", QueryParameters.simple(Map.of("q", title)));
        var notice = actors.as(author, () -> service.mine(title, 0, 1)).get(0);
        assertThat(notice.content().region()).isEqualTo("330110");
        assertThat(notice.content().audience()).containsExactlyInAnyOrder(Audience.values());
        _click(_get(Button.class, spec -> spec.withId("withdraw-" + notice.id())));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "写错了");
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
        _assertNone(Button.class, spec -> spec.withId("withdraw-" + notice.id()));
        assertThat(actors.as(author, () -> service.find(notice.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(NoticeState.WITHDRAWN);

        UI.getCurrent().navigate("notices/edit/" + notice.id());
        _assertNone(Button.class, spec -> spec.withId("save"));
        assertThat(_get(UnorderedList.class, spec -> spec.withId("changes"))
                        .getElement()
                        .getTextRecursively())
                .contains("写错了");
    }

    @Test
    void theEditorShowsWhatStandsAndTellsOfAChangeMeanwhile() {
        var id = publish("编辑" + UUID.randomUUID());
        signIn(author);
        UI.getCurrent().navigate("notices/edit/" + id);
        assertThat(_get(ComboBox.class, spec -> spec.withId("region")).getValue())
                .isEqualTo("330110");
        assertThat(_get(CheckboxGroup.class, spec -> spec.withId("audience")).getValue())
                .isEqualTo(Set.of(Audience.values()));
        actors.as(author, () -> service.edit(id, 1, content("同事改过")));
        _setValue(_get(TextField.class, spec -> spec.withId("title")), "我也改");
        _click(_get(Button.class, spec -> spec.withId("save")));
        assertThat(text("refusal")).contains("刚被他人修改");
        assertThat(_get(TextField.class, spec -> spec.withId("title")).getValue())
                .as("what was typed stays")
                .isEqualTo("我也改");
    }

    @Test
    void theHomePageShowsTheNewestUntilTheyAreRead() {
        var id = publish("首页" + UUID.randomUUID());
        signIn(author);
        UI.getCurrent().navigate("");
        var link = _get(RouterLink.class, spec -> spec.withId("notice-" + id));
        assertThat(item(link).getElement().getClassList()).contains("unread");
        UI.getCurrent().navigate("notices/" + id);
        assertThat(_get(Markdown.class, spec -> spec.withId("body")).getContent())
                .isEqualTo("正文");
        UI.getCurrent().navigate("");
        link = _get(RouterLink.class, spec -> spec.withId("notice-" + id));
        assertThat(item(link).getElement().getClassList()).doesNotContain("unread");
        _assertOne(RouterLink.class, spec -> spec.withId("more-NEWS"));
    }

    @Test
    void aForeignNoticeIsLikeAPageThereIsNot() {
        var id = publish("外地" + UUID.randomUUID());
        signIn(desks.holder(desks.haishu()));
        for (var path : new String[] {"notices/" + id, "notices/edit/" + id, "notices/x", "notices/edit/x"}) {
            UI.getCurrent().navigate(path);
            _assertNone(Markdown.class);
            _assertNone(TextArea.class);
        }
        signIn(actors.applicant());
        UI.getCurrent().navigate("notices/manage");
        _assertNone(Button.class, spec -> spec.withId("publish"));
    }

    @Test
    void aListIsSearchedByTitleAndSaysWhenNothingIsFound() {
        var title = "查找" + UUID.randomUUID();
        var id = publish(title);
        signIn(author);
        UI.getCurrent().navigate("notices/announcements");
        _setValue(_get(TextField.class, spec -> spec.withId("search")), title);
        _assertOne(RouterLink.class, spec -> spec.withId("notice-" + id));
        UI.getCurrent()
                .navigate(
                        "notices/announcements",
                        QueryParameters.simple(Map.of("q", "\u0000" + title + "%", "page", "x")));
        _assertNone(UnorderedList.class, spec -> spec.withId("notices"));
        UI.getCurrent().navigate("notices/news", QueryParameters.simple(Map.of("q", title)));
        _assertNone(UnorderedList.class, spec -> spec.withId("notices"));
    }

    private UUID publish(String title) {
        return actors.as(author, () -> service.publish(yuhang.id(), content(title)));
    }

    private static NoticeContent content(String title) {
        return new NoticeContent(
                NoticeKind.ANNOUNCEMENT, title, "正文", EnumSet.allOf(Audience.class), "330110", true, null);
    }

    private static Component item(RouterLink link) {
        return link.getParent().flatMap(Component::getParent).orElseThrow();
    }

    private static String text(String id) {
        return _get(com.vaadin.flow.component.html.Div.class, spec -> spec.withId(id))
                .getElement()
                .getTextRecursively();
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }
}
