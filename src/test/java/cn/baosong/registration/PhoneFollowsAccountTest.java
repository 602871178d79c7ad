package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.PhoneChanged;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.testing.Actors;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TakeoverFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Who changes the phone of an account changes that of its enterprise and its registration, or nothing. */
class PhoneFollowsAccountTest extends RegistrationScenario {

    private static final String COUNTY = "330110";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TakeoverFixture takeover;

    private Account reviewer;

    @BeforeEach
    void aCountyWithAReviewer() {
        reviewer = desks.holder(desks.yuhang());
    }

    @Test
    void enterpriseAndRegistrationFollow() {
        var account = approved();
        var phone = Actors.freshPhone();

        change(account, phone);

        assertThat(enterprise(account).phone()).isEqualTo(phone);
        assertThat(actors.as(account, () -> registrations.mine()).orElseThrow().phone())
                .isEqualTo(phone);
        assertThat(enterprises.phoneTaken(account.phone())).isFalse();
    }

    @Test
    void anOpenRegistrationFollows() {
        var account = actors.applicant();
        var registration = fixture.filled(account, RegistrationFixture.values(COUNTY));
        var phone = Actors.freshPhone();

        change(account, phone);

        assertThat(fixture.now(registration.id()).phone()).isEqualTo(phone);
    }

    @Test
    void aPhoneOfAnotherEnterpriseRefusesTheChange() {
        var account = approved();
        var other = approved();

        assertProblem("enterprise.error.phone-taken", () -> change(account, other.phone()));

        assertThat(jdbc.sql("SELECT phone FROM account WHERE id = :id")
                        .param("id", account.id())
                        .query(String.class)
                        .single())
                .as("the change is undone with it")
                .isEqualTo(account.phone());
        assertThat(enterprise(account).phone()).isEqualTo(account.phone());
    }

    @Test
    void aPhoneOfARegistrationWithoutAnAccountRefusesTheChange() {
        var account = actors.applicant();
        var registration = fixture.filled(account, RegistrationFixture.values(COUNTY));
        var phone = Actors.freshPhone();
        actors.as(Actors.withoutAccount(phone), () -> registrations.open());

        assertProblem("registration.error.phone-taken", () -> change(account, phone));

        assertThat(fixture.now(registration.id()).phone()).isEqualTo(account.phone());
    }

    @Test
    void theFirstPhoneOfAnEnterpriseOfTheOldPlatformBecomesItsOwn() {
        var row = TakeoverFixture.row(COUNTY);
        takeover.taken(List.of(row));
        var enterprise = enterprises.ofCode(row.get(TakeoverFixture.CODE)).orElseThrow();
        assertThat(enterprise.phone()).isNull();
        var phone = Actors.freshPhone();

        change(accounts.find(enterprise.account()).orElseThrow(), phone);

        assertThat(enterprises.find(enterprise.id()).orElseThrow().phone()).isEqualTo(phone);
        assertProblem(
                "registration.error.phone-taken",
                () -> actors.as(Actors.withoutAccount(phone), () -> registrations.open()));
    }

    /** As the account does it: the row and the event in one transaction. */
    private void change(Account account, String phone) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE account SET phone = NULL WHERE id = :id")
                    .param("id", account.id())
                    .update();
            events.publishEvent(new PhoneChanged(account.id(), account.phone(), phone));
        });
    }

    private Account approved() {
        var account = actors.applicant();
        accept(reviewer, fixture.submitted(account, RegistrationFixture.values(COUNTY)));
        return account;
    }

    private Enterprise enterprise(Account account) {
        return enterprises.ofAccount(account.id()).orElseThrow();
    }
}
