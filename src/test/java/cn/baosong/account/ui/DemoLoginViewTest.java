package cn.baosong.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.DemoLogin;
import cn.baosong.messaging.DemoInbox;
import cn.baosong.testing.Pages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

/** The login page as the demo profile shows it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DemoLoginViewTest {

    /** As the demo world supplies them: one bean that is a list. */
    static class Cast {

        @Bean
        List<DemoLogin> demoLogins() {
            return List.of(
                    new DemoLogin("haishu01", "Demo#12345", "县级管理员（海曙区）", "County administrator (Haishu)"),
                    new DemoLogin("demoent01", "Demo#12345", "企业", ""));
        }
    }

    @Autowired
    private ApplicationContext context;

    private AnnotationConfigApplicationContext demo;

    @BeforeEach
    void openLogin() {
        Pages.open(context);
        demo = new AnnotationConfigApplicationContext();
        demo.setParent(context);
        demo.getEnvironment().setActiveProfiles("demo");
        demo.register(Cast.class, DemoInbox.class);
        demo.refresh();
        UI.getCurrent().add(demo.getAutowireCapableBeanFactory().createBean(LoginView.class));
    }

    @AfterEach
    void close() {
        demo.close();
        Pages.close();
    }

    @Test
    void oneClickFillsInNameAndPassword() {
        _click(_get(NativeButton.class, spec -> spec.withId("use-haishu01")));

        assertThat(_get(TextField.class, spec -> spec.withId("login-name")).getValue())
                .isEqualTo("haishu01");
        assertThat(_get(PasswordField.class, spec -> spec.withId("password")).getValue())
                .isEqualTo("Demo#12345");
    }

    @Test
    void whatEachLoginCanDoIsSaidInTheLanguageOfThePage() {
        assertThat(cells()).contains("县级管理员（海曙区）", "企业", "haishu01");

        _click(_get(NativeButton.class, spec -> spec.withId("language")));

        assertThat(cells()).contains("County administrator (Haishu)", "企业");
    }

    @Test
    void theInboxIsOneClickAwayInATabOfItsOwn() {
        var inbox = _get(Anchor.class, spec -> spec.withId("demo-inbox"));
        assertThat(inbox.getHref()).isEqualTo("/demo/inbox");
        assertThat(inbox.getTarget()).hasValue("_blank");

        _click(_get(NativeButton.class, spec -> spec.withId("use-demoent01")));
        _click(_get(Button.class, spec -> spec.withId("request-code")));
        assertThat(_get(cn.baosong.common.ui.Callout.class).getElement().getTextRecursively())
                .contains("演示收件箱");
    }

    private static List<String> cells() {
        return _find(NativeTableCell.class).stream().map(cell -> cell.getText()).toList();
    }
}
