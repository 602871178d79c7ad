package cn.baosong.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.PictureCodes;
import cn.baosong.testing.KnownDigits;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TestPhone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The picture before the first SMS. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PictureGateTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PictureCodes pictures;

    @Autowired
    private KnownDigits digits;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicInteger sent = new AtomicInteger();
    private PictureGate gate;

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
        gate = new PictureGate(pictures);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void onePictureOpensThreeSends() {
        demand();
        assertThat(sent).hasValue(0);
        answer(digits.newest());
        assertThat(sent).hasValue(1);
        demand();
        demand();
        assertThat(sent).hasValue(3);
        _assertNone(Image.class);

        demand();
        assertThat(sent).as("and the fourth asks again").hasValue(3);
        answer(digits.newest());
        assertThat(sent).hasValue(4);
    }

    @Test
    void aWrongAnswerShowsAnotherPictureAndTheOldAnswerIsWorthNothing() {
        demand();
        var first = picture().getSrc();
        var answer = digits.newest();
        answer("x");
        assertThat(picture().getSrc()).isNotEqualTo(first).startsWith("data:image/png;base64,");
        assertThat(field().isInvalid()).isTrue();
        assertThat(field().getErrorMessage()).contains("新的图片");
        assertThat(field().getValue()).isEmpty();

        answer(answer);
        assertThat(sent).as("replayed").hasValue(0);
        answer("");
        assertThat(sent).hasValue(0);
        answer(digits.newest());
        assertThat(sent).hasValue(1);
        _assertNone(Image.class);
    }

    @Test
    void anotherPictureOnDemandAndGivingUpSendsNothing() {
        demand();
        var first = picture().getSrc();
        _click(_get(NativeButton.class, spec -> spec.withId("picture-renew")));
        assertThat(picture().getSrc()).isNotEqualTo(first);
        assertThat(picture().getAlt()).hasValue("图形验证码：四位数字");
        _click(button("picture-cancel"));
        _assertNone(Image.class);
        assertThat(sent).hasValue(0);
        demand();
        assertThat(picture()).as("not opened by giving up").isNotNull();
    }

    @Test
    void theRegistrationSendsNothingBeforeThePictureIsRead() {
        var phone = TestPhone.fresh();
        UI.getCurrent().navigate("register");
        _click(button("request-code"));
        _assertNone(Image.class);
        assertThat(_get(TextField.class, spec -> spec.withId("phone")).isInvalid())
                .isTrue();

        _setValue(_get(TextField.class, spec -> spec.withId("phone")), phone);
        _click(button("request-code"));
        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();
        answer("x");
        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();
        answer(digits.newest());
        assertThat(TestPhone.texts(jdbc, phone)).hasSize(1);
    }

    private void demand() {
        gate.demand(sent::incrementAndGet);
    }

    private void answer(String text) {
        _setValue(field(), text);
        _click(button("picture-confirm"));
    }

    private static Image picture() {
        return _get(Image.class, spec -> spec.withId("picture"));
    }

    private static TextField field() {
        return _get(TextField.class, spec -> spec.withId("picture-digits"));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }
}
