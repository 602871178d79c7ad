package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Activity.By;
import cn.baosong.account.repository.AccountEventTable;
import cn.baosong.common.Texts;
import cn.baosong.messaging.PersonalMessage;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.testing.Actors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is mine: messages and activity. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MyMessagesTest {

    @Autowired
    private MyMessages mine;

    @Autowired
    private MyActivity activity;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private AccountEventTable events;

    @Autowired
    private Actors actors;

    @Autowired
    private TransactionTemplate transaction;

    private Account me;
    private Account another;

    @BeforeEach
    void twoPeople() {
        me = actors.applicant();
        another = actors.applicant();
    }

    @Test
    void iReadMineAndCountThem() {
        send(me);
        send(me);
        send(another);
        assertThat(unread(me)).isEqualTo(2);
        var first = list(me, true).get(0);
        assertThat(first.text()).contains("个人信息");
        assertThat(list(me, Texts.ENGLISH).get(0).text()).contains("personal information");

        actors.as(me, () -> mine.markRead(first.id()));
        assertThat(unread(me)).isEqualTo(1);
        assertThat(list(me, true)).extracting(PersonalMessage::id).doesNotContain(first.id());
        assertThat(list(me, false)).hasSize(2);

        actors.as(me, mine::markAllRead);
        assertThat(unread(me)).isZero();
        assertThat(unread(another)).isEqualTo(1);
    }

    @Test
    void anothersMessageStaysAsItIs() {
        send(another);
        var foreign = list(another, true).get(0).id();
        actors.as(me, () -> mine.markRead(foreign));
        actors.as(me, () -> mine.markRead(UUID.randomUUID()));
        assertThat(unread(another)).isEqualTo(1);
        assertThat(list(me, false)).isEmpty();
    }

    @Test
    void whoIsNotLoggedInHasNone() {
        assertThatThrownBy(mine::unread).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> mine.newest(false, 0, 20, Texts.CHINESE)).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(mine::markAllRead).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> activity.newest(0, 20)).isInstanceOf(AuthenticationException.class);
        assertThat(actors.as(Actors.withoutAccount(Actors.freshPhone()), mine::unread))
                .isZero();
    }

    @Test
    void activityIsMineNewestFirstAndSaysWho() {
        var now = Instant.now();
        events.insert(me.id(), null, "TAKEN_OVER", null, null, now);
        events.insert(me.id(), null, "PASSWORD_RECOVERED", null, "192.0.2.1", now);
        events.insert(me.id(), another.id(), "ACTIVATION_CODE_ISSUED", null, "192.0.2.2", now);
        events.insert(me.id(), me.id(), "PHONE_CHANGED", "138****8001", "192.0.2.3", now);
        events.insert(another.id(), another.id(), "EMAIL_BOUND", null, null, now);

        var found = actors.as(me, () -> activity.newest(0, 3));
        assertThat(found).extracting(Activity::by).containsExactly(By.ME, By.ADMINISTRATOR, By.PROOF);
        assertThat(found.get(0).detail()).isEqualTo("138****8001");
        assertThat(actors.as(me, () -> activity.newest(3, 20)))
                .extracting(Activity::by)
                .containsExactly(By.PLATFORM);
    }

    private void send(Account to) {
        transaction.executeWithoutResult(status -> messages.send(to.id(), "profile-changed", "/account/activity"));
    }

    private int unread(Account person) {
        return actors.as(person, mine::unread);
    }

    private List<PersonalMessage> list(Account person, boolean unreadOnly) {
        return actors.as(person, () -> mine.newest(unreadOnly, 0, 20, Texts.CHINESE));
    }

    private List<PersonalMessage> list(Account person, java.util.Locale locale) {
        return actors.as(person, () -> mine.newest(false, 0, 20, locale));
    }
}
