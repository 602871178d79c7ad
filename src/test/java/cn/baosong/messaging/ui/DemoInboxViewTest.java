package cn.baosong.messaging.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.messaging.Channel;
import cn.baosong.messaging.DemoInbox;
import cn.baosong.messaging.repository.DemoInboxTable;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TestPhone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DemoInboxViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoInboxTable table;

    @Autowired
    private When when;

    private final String phone = TestPhone.fresh();
    private final String other = TestPhone.fresh();

    @BeforeEach
    void openInbox() {
        Pages.open(context);
        var inbox = context.getAutowireCapableBeanFactory().createBean(DemoInbox.class);
        UI.getCurrent().add(new DemoInboxView(inbox, when));
    }

    @AfterEach
    void close() {
        Pages.close();
    }

    @Test
    void newestFirstWithTheCodeInLargeFigures() {
        table.add(
                Channel.SMS,
                phone,
                null,
                "【报送】验证码 111111，用于登录，5 分钟内有效。",
                Instant.now().minusSeconds(60));
        table.add(Channel.SMS, phone, null, "【报送】验证码 222222，用于登录，5 分钟内有效。", Instant.now());
        table.add(Channel.SMS, other, null, "【报送】海曙精工：企业注册已审核通过，请登录平台。电话 13800138000。", Instant.now());

        _setValue(_get(TextField.class, spec -> spec.withId("phone")), phone);
        assertThat(codes()).containsExactly("222222", "111111");

        _setValue(_get(TextField.class, spec -> spec.withId("phone")), other);
        assertThat(codes()).as("a phone number is no code").isEmpty();
        assertThat(_find(Paragraph.class)).anyMatch(text -> text.getText().contains("审核通过"));
    }

    @Test
    void eMailsAreFoundByAnyPartOfTheirAddress() {
        var address = "Zhang" + phone + "@example.org";
        table.add(Channel.EMAIL, address, "主题", "验证码 444444", Instant.now());

        for (var part : new String[] {address, "zhang" + phone, phone + "@EXAMPLE"}) {
            _setValue(_get(TextField.class, spec -> spec.withId("phone")), part);
            assertThat(codes()).containsExactly("444444");
            assertThat(_find(StatusBadge.class)).singleElement().satisfies(tag -> assertThat(tag.getText())
                    .isIn("邮件", "E-mail"));
            assertThat(_find(Paragraph.class)).anyMatch(text -> text.getText().equals("主题"));
        }
    }

    @Test
    void hostileTextIsShownAsText() {
        table.add(Channel.SMS, phone, null, "<script>alert(1)</script><img src=x onerror=alert(1)>", Instant.now());
        _setValue(_get(TextField.class, spec -> spec.withId("phone")), phone);

        assertThat(_find(Paragraph.class)).anyMatch(text -> text.getText().startsWith("<script>"));
    }

    @Test
    void aFilterThatFindsNothingSaysSo() {
        for (var filter : new String[] {TestPhone.fresh(), "%_%".concat(phone), phone + "0000"}) {
            _setValue(_get(TextField.class, spec -> spec.withId("phone")), filter);
            assertThat(_find(EmptyState.class)).hasSize(1);
        }
    }

    @Test
    void refreshesByHandOrByItself() {
        _setValue(_get(TextField.class, spec -> spec.withId("phone")), phone);
        table.add(Channel.SMS, phone, null, "code 333333", Instant.now());
        _click(_get(Button.class, spec -> spec.withId("refresh")));
        assertThat(codes()).containsExactly("333333");

        _setValue(_get(Checkbox.class, spec -> spec.withId("auto")), true);
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        UI.getCurrent().removeAll();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private static java.util.List<String> codes() {
        return _find(Paragraph.class, spec -> spec.withClasses("demo-code")).stream()
                .map(Paragraph::getText)
                .toList();
    }
}
