package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.messaging.TestGateway;
import cn.baosong.messaging.TestGateway.Mode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The SMS gateway dies while people log in, and comes back: a dead gateway locks nobody out who has bound an e-mail. The
 * two who log in are all the people there are.
 */
class GatewayJourneyTest extends BrowserTest {

    private static final TestGateway GATEWAY = new TestGateway();
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    /** The application of this test is another one than that of its neighbours, and making its demo world took longer. */
    @TestConfiguration(proxyBeanMethods = false)
    static class WithoutDemoWorld {

        @Bean
        static BeanDefinitionRegistryPostProcessor withoutDemoWorld() {
            return registry -> registry.removeBeanDefinition("demoWorld");
        }
    }

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("baosong.messaging.sms.url", GATEWAY::url);
        registry.add("baosong.messaging.sms.body", () -> "{\"to\":\"{phone}\",\"text\":\"{text}\"}");
        registry.add("baosong.messaging.sms.success-body", () -> "OK");
        registry.add("baosong.messaging.sms.timeout", () -> "1s");
        registry.add("baosong.messaging.probe-every", () -> "1s");
    }

    @AfterEach
    void up() {
        GATEWAY.mode(Mode.UP);
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = "zh-CN")
    @DisplayName("login codes go by SMS, by e-mail while the gateway is dead, and by SMS again when it is back")
    void deadAndBack(String language) {
        var locale = Locale.forLanguageTag(language);
        var person = cast.newcomer();
        var email = person.loginName() + "@example.org";
        var tab = visitor().open("/login");
        if (locale.equals(Texts.ENGLISH)) {
            tab.click("language");
        }
        tab.fill("login-name", person.loginName()).fill("password", PASSWORD);
        enter(tab, smsAfter(person.phone(), () -> tab.click("request-code")));
        tab.go("/account/email").fill("email", email);
        tab.fill("code", codeAfter(email, () -> tab.click("request-code"))).fill("own-password", PASSWORD);
        tab.click("save").says(say(locale, "account.centre.email.done"));
        tab.click("logout").arriveAt("/login");

        GATEWAY.mode(Mode.HANGS);
        tab.fill("login-name", person.loginName()).fill("password", PASSWORD);
        enter(tab, codeAfter(email, () -> tab.click("request-code")));
        tab.click("logout").arriveAt("/login");

        var operatorName = cast.operator();
        var operator = visitor().open("/login");
        Awaitility.await("others fail too, and the incident opens")
                .pollInSameThread()
                .until(() -> {
                    operator.go("/login").fill("login-name", operatorName).fill("password", PASSWORD);
                    operator.click("request-code");
                    return operator.at("message").innerText().contains(say("account.login.sent.email", 5));
                });
        tab.fill("login-name", person.loginName()).fill("password", PASSWORD);
        var code = codeAfter(email, () -> tab.click("request-code"));
        tab.showsAt("message", say(locale, "account.login.sent.email", 5));
        enter(tab, code);
        tab.click("logout").arriveAt("/login");

        GATEWAY.mode(Mode.UP);
        Awaitility.await("one message shows that it works again")
                .pollInSameThread()
                .until(() -> {
                    operator.go("/login").fill("login-name", operatorName).fill("password", PASSWORD);
                    operator.click("request-code");
                    return operator.at("message").innerText().contains(say("account.login.sent.demo"));
                });
        tab.fill("login-name", person.loginName()).fill("password", PASSWORD);
        enter(tab, smsAfter(person.phone(), () -> tab.click("request-code")));
        tab.go("/account").shows(person.loginName());
    }

    private static void enter(Tab tab, String code) {
        tab.fill("code", code);
        tab.at("enter").click();
        tab.page().waitForURL(url -> !url.contains("/login"));
        tab.settle();
    }

    /** @return the code in the next SMS the gateway takes for the phone */
    private static String smsAfter(String phone, Runnable request) {
        var before = sent(phone);
        request.run();
        Awaitility.await("an SMS to " + phone).until(() -> sent(phone) > before);
        var texts = GATEWAY.received().stream()
                .filter(received -> received.body().contains(phone))
                .toList();
        var code = CODE.matcher(texts.get(texts.size() - 1).body().replace(phone, ""));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static long sent(String phone) {
        return GATEWAY.received().stream()
                .filter(received -> received.body().contains(phone))
                .count();
    }
}
