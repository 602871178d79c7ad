package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.messaging.repository.ChannelStateTable;
import cn.baosong.testing.Actors;
import cn.baosong.testing.Together;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

class OutboxDeskTest extends MessagingTest {

    @Autowired
    private OutboxDesk desk;

    @Autowired
    private ChannelStateTable states;

    @Autowired
    private Actors actors;

    private final List<Parcel> received = new ArrayList<>();
    private TestNode node;
    private Account operator;

    @BeforeEach
    void operator() {
        node = new TestNode(
                context, TestNode.settings(), Clock.systemUTC(), TestNode.carrier(Channel.SMS, received::add));
        operator = actors.account(Role.OPERATOR);
    }

    @Test
    void nobodyElseSeesOrSendsAnything() {
        var id = givenUp("13800138001", false);
        for (var role : new Role[] {Role.APPLICANT, Role.ENTERPRISE, Role.REVIEWER, Role.SENIOR, Role.PROCESS_OWNER}) {
            actors.as(actors.account(role), () -> {
                assertThatThrownBy(() -> desk.page(OutboxFilter.ALL, 0, 10)).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(desk::counts).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> desk.resend(Set.of(id))).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(desk::resendGivenUp).isInstanceOf(AccessDeniedException.class);
            });
        }
        assertThatThrownBy(() -> desk.resend(Set.of(id)))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThat(column(id, "status")).isEqualTo("FAILED");
    }

    @Test
    void whatWasGivenUpIsSentAgainAndItIsWrittenDownByWhom() {
        var id = givenUp("13800138001", false);
        var other = givenUp("13800138002", false);

        actors.as(operator, () -> {
            assertThat(desk.waiting()).isEqualTo(2);
            assertThat(desk.resend(Set.of(id, UUID.randomUUID()))).isEqualTo(1);
            assertThat(desk.resend(Set.of())).isZero();
            assertThat(desk.waiting()).isEqualTo(1);
        });
        node.deliver();
        assertThat(received).extracting(Parcel::id).containsExactly(id);
        assertThat(column(other, "status")).isEqualTo("FAILED");
        actors.as(operator, () -> {
            assertThat(desk.resend(Set.of(id))).as("sent is sent").isZero();
            var item = desk.page(new OutboxFilter(null, "13800138001"), 0, 10).get(0);
            assertThat(item.resentBy()).isEqualTo(operator.loginName());
            assertThat(item.resentAt()).isNotNull();
            assertThat(desk.resendGivenUp()).isEqualTo(1);
        });
        node.deliver();
        assertThat(received).hasSize(2);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM outbox_resend").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCodeThatWasGivenUpIsGone() {
        var code = givenUp("13800138003", true);
        actors.as(operator, () -> {
            assertThat(desk.resend(Set.of(code))).isZero();
            assertThat(desk.resendGivenUp()).isZero();
            assertThat(desk.waiting()).isZero();
            assertThat(desk.counts().givenUp()).isEqualTo(1);
            assertThat(desk.page(OutboxFilter.ALL, 0, 10))
                    .singleElement()
                    .satisfies(item -> assertThat(item.resendable()).isFalse());
        });
    }

    @Test
    void whatWaitsIsTriedNowAndWhatIsInHandIsNot() {
        var waits = send(node, Message.sms("13800138004", "registration-approved", Texts.CHINESE, "x"));
        jdbc.sql("UPDATE outbox_message SET next_attempt_at = now() + INTERVAL '1 hour', last_error = 'down'")
                .update();
        var inHand = send(node, Message.sms("13800138005", "registration-approved", Texts.CHINESE, "x"));
        jdbc.sql("UPDATE outbox_message SET next_attempt_at = now() + INTERVAL '1 hour' WHERE id = :id")
                .param("id", inHand)
                .update();

        actors.as(operator, () -> {
            assertThat(desk.resend(Set.of(waits, inHand))).isEqualTo(1);
        });
        node.deliver();
        assertThat(received).extracting(Parcel::id).containsExactly(waits);
    }

    @Test
    void twoOperatorsSendItOnce() throws Exception {
        var id = givenUp("13800138006", false);
        assertThat(Together.run(4, () -> actors.as(operator, () -> desk.resendGivenUp())))
                .containsOnlyOnce(1)
                .containsOnly(0, 1);
        node.deliver();
        node.deliver();
        assertThat(received).extracting(Parcel::id).containsExactly(id);
    }

    @Test
    void listsAreMaskedFilteredAndPaged() {
        for (var number = 0; number < 5; number++) {
            send(node, Message.sms("1380013801" + number, "registration-approved", Texts.CHINESE, "x"));
        }
        send(node, Message.email("zhang_san@example.org", "registration-approved", Texts.CHINESE, "x"));

        actors.as(operator, () -> {
            assertThat(desk.page(OutboxFilter.ALL, 0, 2)).hasSize(2);
            assertThat(desk.page(OutboxFilter.ALL, 4, 10)).hasSize(2);
            assertThat(desk.count(OutboxFilter.ALL)).isEqualTo(6);
            assertThat(desk.count(new OutboxFilter(OutboxStatus.SENT, ""))).isZero();
            assertThat(desk.count(new OutboxFilter(OutboxStatus.QUEUED, "1380013801")))
                    .isEqualTo(5);
            assertThat(desk.page(new OutboxFilter(null, "zhang_"), 0, 10))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.recipient()).isEqualTo("z***@example.org");
                        assertThat(item.subject()).contains("企业注册");
                    });
            assertThat(desk.page(new OutboxFilter(null, "13800138012"), 0, 10))
                    .singleElement()
                    .satisfies(item -> assertThat(item.recipient()).isEqualTo("138****8012"));
            for (var nothing : new String[] {"%", "_", "\\", "zhang%", "' OR 1=1 --"}) {
                assertThat(desk.count(new OutboxFilter(null, nothing)))
                        .as(nothing)
                        .isZero();
            }
        });
    }

    @Test
    void aChannelSaysHowItDoes() {
        actors.as(operator, () -> {
            assertThat(desk.channels())
                    .allSatisfy(channel -> assertThat(channel.carried()).isFalse());
            for (var failure = 0; failure < 3; failure++) {
                states.failed(
                        Channel.SMS, "IOException: down", Clock.systemUTC().instant());
            }
            assertThat(desk.channels().get(0)).satisfies(channel -> {
                assertThat(channel.incident()).isTrue();
                assertThat(channel.failures()).isEqualTo(3);
                assertThat(channel.lastError()).contains("down");
            });
        });
    }

    private UUID givenUp(String phone, boolean urgent) {
        var id = send(
                node,
                urgent
                        ? Message.urgentSms(phone, "code-login", Texts.CHINESE, "123456", "5")
                        : Message.sms(phone, "registration-approved", Texts.CHINESE, "x"));
        jdbc.sql("UPDATE outbox_message SET status = 'FAILED', body = CASE WHEN urgent THEN NULL ELSE body END"
                        + " WHERE id = :id")
                .param("id", id)
                .update();
        return id;
    }
}
