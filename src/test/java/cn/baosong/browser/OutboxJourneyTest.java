package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import cn.baosong.testing.TestPhone;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A message that was given up, from the number in the navigation to the telephone it was meant for. */
class OutboxJourneyTest extends BrowserTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    @DisplayName("an operator sends again what was given up, and a code that is gone says so")
    void operator() {
        var phone = TestPhone.fresh();
        givenUp(Message.sms(phone, "registration-approved", Texts.CHINESE, "海曙精工"));
        givenUp(Message.urgentSms(phone, "code-login", Texts.CHINESE, "123456", "5"));

        var tab = loggedIn(cast.operator(), "/messages/outbox?status=FAILED&q=" + phone);
        tab.shows(phone.substring(0, 3) + "****" + phone.substring(7));
        tab.shows(texts.get(Texts.CHINESE, "messaging.outbox.code-gone"));
        assertThat(tab.page().locator("body").innerText()).doesNotContain(phone, "123456");
        for (var width : List.of(390, 1440)) {
            tab.size(width, 900).settle();
            assertThat(tab.page().evaluate("() => document.scrollingElement.scrollWidth <= window.innerWidth"))
                    .as("fits " + width)
                    .isEqualTo(true);
        }
        tab.click("resend-all");
        tab.page()
                .locator(
                        "vaadin-confirm-dialog-overlay [slot=confirm-button], vaadin-confirm-dialog [slot=confirm-button]")
                .first()
                .click();

        Awaitility.await().until(() -> TestPhone.texts(jdbc, phone).stream().anyMatch(text -> text.contains("海曙精工")));
        tab.go("/messages/outbox?status=SENT&q=" + phone).shows("企业注册已审核通过");
    }

    private void givenUp(Message message) {
        UUID id = new TransactionTemplate(transactions).execute(status -> {
            var queued = outbox.send(message);
            jdbc.sql("UPDATE outbox_message SET status = 'FAILED', last_error = 'IOException: status 500',"
                            + " body = CASE WHEN urgent THEN NULL ELSE body END WHERE id = :id")
                    .param("id", queued)
                    .update();
            return queued;
        });
        assertThat(id).isNotNull();
    }
}
