package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.PhoneChange.Proof;
import cn.baosong.common.Texts;
import cn.baosong.testing.Actors;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Phones and e-mails are bound and changed by who proves to hold them; old and new are told. */
class ContactsTest extends OwnerTest {

    @Autowired
    private PhoneChange change;

    @Autowired
    private PhoneBinding binding;

    @Autowired
    private ActivationCodes activations;

    @Autowired
    private Actors actors;

    @Autowired
    private TransactionTemplate transaction;

    private final String newPhone = TestPhone.fresh();

    @Test
    void theOldPhoneProvesAndBothAreTold() {
        var account = account();
        change.requestProof(name, PASSWORD, Proof.OLD_PHONE, address);
        var proof = codeTo(phone);

        change.change(name, PASSWORD, proof, newPhone, newPhoneCode(newPhone), address);

        assertThat(now(account).phone()).isEqualTo(newPhone);
        assertThat(TestPhone.texts(jdbc, phone)).anyMatch(text -> text.contains("手机号已于"));
        assertThat(TestPhone.texts(jdbc, newPhone)).anyMatch(text -> text.contains("手机号已于"));
        assertThat(events(account)).contains("PHONE_CHANGED");
        assertThat(login(newPhone, PASSWORD, newPhone).phone()).isEqualTo(newPhone);
        assertThat(accounts.findByPhone(phone)).isEmpty();
    }

    @Test
    void whoLostThePhoneProvesByTheBoundEmail() {
        var account = account();
        bindEmail(account, email);
        change.requestProof(name, PASSWORD, Proof.EMAIL, address);

        change.change(name, PASSWORD, codeTo(email), newPhone, newPhoneCode(newPhone), address);

        assertThat(now(account).phone()).isEqualTo(newPhone);
        assertThat(TestPhone.texts(jdbc, email)).anyMatch(text -> text.contains("手机号已于"));
    }

    @Test
    void withoutABoundEmailNothingIsSentThere() {
        account();
        change.requestProof(name, PASSWORD, Proof.EMAIL, address);
        change.requestProof(name, "Wrong#12345", Proof.OLD_PHONE, address);
        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();
        assertThat(TestPhone.texts(jdbc, email)).isEmpty();
    }

    @Test
    void whateverOfTheIdentityIsWrongTheAnswerIsTheSameAndThePhoneStays() {
        var account = account();
        change.requestProof(name, PASSWORD, Proof.OLD_PHONE, address);
        var proof = codeTo(phone);
        var code = newPhoneCode(newPhone);

        for (var who : new String[][] {
            {"nobody12345", PASSWORD, proof}, {name, "Wrong#12345", proof}, {name, PASSWORD, wrong(proof)}
        }) {
            assertThat(refusal(() -> change.change(who[0], who[1], who[2], newPhone, code, address)))
                    .isEqualTo("account.error.change-phone");
        }
        assertThat(refusal("code", () -> change.change(name, PASSWORD, proof, newPhone, wrong(code), address)))
                .isEqualTo("account.error.code");
        assertThat(refusal("phone", () -> change.change(name, PASSWORD, proof, phone, code, address)))
                .isEqualTo("account.error.phone.same");
        assertThat(now(account).phone()).isEqualTo(phone);
        change.change(name, PASSWORD, proof, newPhone, code, address);
        assertThat(refusal(() -> change.change(name, PASSWORD, proof, TestPhone.fresh(), code, address)))
                .as("a proof is used once")
                .isEqualTo("account.error.change-phone");
    }

    @Test
    void aTakenPhoneIsToldToTheOwnerAloneAndNothingIsUsedUp() {
        var account = account();
        var taken = actors.account().phone();
        change.requestProof(name, PASSWORD, Proof.OLD_PHONE, address);
        var proof = codeTo(phone);

        assertThat(refusal("phone", () -> change.change(name, PASSWORD, proof, taken, newPhoneCode(taken), address)))
                .isEqualTo("account.error.phone.taken");

        assertThat(now(account).phone()).isEqualTo(phone);
        change.change(name, PASSWORD, proof, newPhone, newPhoneCode(newPhone), address);
    }

    @Test
    void ofTwoAccountsThatWantOnePhoneOneGetsIt() throws Exception {
        var first = withoutPhone();
        var secondName = TestPhone.freshLoginName();
        var second = accounts.create(secondName, PASSWORD, null, null, Set.of(), Texts.CHINESE);
        var code = newPhoneCode(newPhone);
        var names = new java.util.concurrent.ConcurrentLinkedQueue<>(java.util.List.of(name, secondName));

        var outcomes = Together.run(2, () -> {
            binding.bind(names.poll(), PASSWORD, newPhone, code, address);
            return "bound";
        });

        assertThat(outcomes).filteredOn("bound"::equals).hasSize(1);
        assertThat(java.util.stream.Stream.of(first, second)
                        .filter(account -> newPhone.equals(now(account).phone())))
                .hasSize(1);
    }

    @Test
    void anAccountWithoutAPhoneBindsOneByItsPassword() {
        var account = withoutPhone();
        var code = newPhoneCode(newPhone);
        assertThat(refusal(() -> binding.bind(name, "Wrong#12345", newPhone, code, address)))
                .isEqualTo("account.error.bind");
        assertThat(refusal(() -> binding.bind("nobody12345", PASSWORD, newPhone, code, address)))
                .isEqualTo("account.error.bind");

        binding.bind(name, PASSWORD, newPhone, code, address);

        assertThat(now(account).phone()).isEqualTo(newPhone);
        assertThat(events(account)).contains("PHONE_BOUND");
        assertThat(refusal(() -> binding.bind(name, PASSWORD, TestPhone.fresh(), code, address)))
                .isEqualTo("account.error.bind.has-phone");
    }

    @Test
    void anActivationCodeBindsThePhoneAndSetsThePasswordOnce() {
        var kept = "old" + phone.substring(3);
        var account = accounts.takeOver(kept, null, null, "旧平台企业", Set.of(Role.ENTERPRISE), Texts.CHINESE);
        var issuer = actors.account(Role.REVIEWER);
        var voided = issue(account, issuer);
        var code = issue(account, issuer);
        assertThat(code).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}").isNotEqualTo(voided);
        var sms = newPhoneCode(newPhone);

        assertThat(refusal(() -> binding.activate(kept, voided, OTHER, newPhone, sms, address)))
                .isEqualTo("account.error.activate");
        assertThat(refusal(() -> binding.activate("nobody12345", code, OTHER, newPhone, sms, address)))
                .isEqualTo("account.error.activate");
        assertThat(refusal("password", () -> binding.activate(kept, code, "weak", newPhone, sms, address)))
                .isEqualTo("account.error.password");
        binding.activate(
                kept, " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), OTHER, newPhone, sms, address);

        assertThat(login(kept, OTHER, newPhone).accountId()).isEqualTo(account.id());
        assertThat(events(account)).contains("TAKEN_OVER", "ACTIVATION_CODE_ISSUED", "ACTIVATED", "PHONE_BOUND");
        assertThat(refusal(() -> binding.activate(kept, code, OTHER, TestPhone.fresh(), sms, address)))
                .isEqualTo("account.error.activate");
        assertThat(jdbc.sql("SELECT string_agg(detail, ' ') FROM account_event WHERE account_id = :id")
                        .param("id", account.id())
                        .query(String.class)
                        .single())
                .doesNotContain(newPhone);
    }

    @Test
    void anEmailIsBoundAndTheOldAndTheNewOneAreTold() {
        var account = account();
        bindEmail(account, email);
        var next = "new-" + email;

        bindEmail(account, next);

        assertThat(now(account).boundEmail()).isEqualTo(next);
        assertThat(events(account)).contains("EMAIL_BOUND", "EMAIL_CHANGED");
        assertThat(TestPhone.texts(jdbc, email)).anyMatch(text -> text.contains("邮箱已于"));
        assertThat(TestPhone.texts(jdbc, next)).anyMatch(text -> text.contains("邮箱已于"));
        var sent = TestPhone.texts(jdbc, phone).size();
        logins.requestCode(email, PASSWORD, "198.51.100.9");
        assertThat(TestPhone.texts(jdbc, phone))
                .as("the old e-mail opens nothing")
                .hasSize(sent);
    }

    @Test
    void anEmailNeedsItsOwnCodeAndThePassword() {
        var account = account();
        signIn(account);
        emails.requestCode(email, address, Texts.CHINESE);
        var code = codeTo(email);

        assertThat(refusal("password", () -> emails.bind(email, code, "Wrong#12345")))
                .isEqualTo("account.error.password.own");
        assertThat(refusal("code", () -> emails.bind("other-" + email, code, PASSWORD)))
                .as("a code for one address binds no other")
                .isEqualTo("account.error.code");
        assertThat(refusal("email", () -> emails.bind("a@b", code, PASSWORD))).isEqualTo("account.error.email");
        assertThat(refusal("email", () -> emails.bind("a@b.cn\r\nBcc: x@y.cn", code, PASSWORD)))
                .isEqualTo("account.error.email");
        var thief = actors.account();
        signIn(thief);
        assertThat(refusal(
                        "code",
                        () -> emails.bind(
                                email, code, "Baosong#" + thief.loginName().substring(5))))
                .as("a code is good for the account that asked for it")
                .isEqualTo("account.error.code");
    }

    @Test
    void oneEmailIsBoundByOneAccount() {
        bindEmail(account(), email);
        var otherName = TestPhone.freshLoginName();
        var other = accounts.create(otherName, PASSWORD, TestPhone.fresh(), null, Set.of(), Texts.CHINESE);
        signIn(other);
        emails.requestCode(email, address, Texts.CHINESE);

        assertThat(refusal(
                        "email", () -> emails.bind(email.toUpperCase(java.util.Locale.ROOT), codeTo(email), PASSWORD)))
                .isEqualTo("account.error.email.taken");
        assertThat(now(other).boundEmail()).isNull();
    }

    private String issue(Account account, Account issuer) {
        signIn(issuer);
        try {
            return transaction.execute(status -> activations.issue(account.id(), issuer.id()));
        } finally {
            org.springframework.security.core.context.SecurityContextHolder.clearContext();
        }
    }
}
