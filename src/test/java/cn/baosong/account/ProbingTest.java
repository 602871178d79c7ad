package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;

import cn.baosong.account.PhoneChange.Proof;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.testing.Actors;
import cn.baosong.testing.StatementCounter;
import cn.baosong.testing.TestPhone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who probes names learns nothing, neither from the answer nor from the work behind it: a name that exists and one that
 * does not take the same statements, and the password is hashed for both.
 */
@Import(StatementCounter.Beans.class)
class ProbingTest extends OwnerTest {

    private static final String WRONG = "Wrong#12345";
    private static final String ACTIVATING = "activating";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @MockitoSpyBean
    private PasswordHashes hashes;

    @Autowired
    private Passwords passwords;

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

    @Autowired
    private DataSource dataSource;

    @TestFactory
    Stream<DynamicTest> aNameThatExistsAndOneThatDoesNotLookAlike() {
        var account = account();
        passwords.requestRecovery(name, address);
        nextCode(phone, 0);
        var issuer = actors.account(Role.REVIEWER);
        var kept = "K" + phone.substring(2);
        var old = accounts.takeOver(kept, null, null, "旧平台企业", Set.of(), Texts.CHINESE);
        transaction.executeWithoutResult(status -> activations.issue(old.id(), issuer.id()));
        var fresh = TestPhone.fresh();

        return Stream.of(
                        new Act("asking for a login code", 1, (who, from) -> logins.requestCode(who, WRONG, from)),
                        new Act("logging in", 1, (who, from) -> {
                            var request = new MockHttpServletRequest();
                            request.setRemoteAddr(from);
                            logins.login(who, WRONG, "123456", request, new MockHttpServletResponse());
                        }),
                        new Act(
                                "setting a new password",
                                0,
                                (who, from) -> passwords.recover(who, "000000", OTHER, from)),
                        new Act(
                                "proving who one is",
                                1,
                                (who, from) -> change.requestProof(who, WRONG, Proof.OLD_PHONE, from)),
                        new Act(
                                "changing the phone",
                                1,
                                (who, from) -> change.change(who, WRONG, "000000", fresh, "000000", from)),
                        new Act("binding a phone", 1, (who, from) -> binding.bind(who, WRONG, fresh, "000000", from)),
                        new Act(
                                ACTIVATING,
                                1,
                                (who, from) -> binding.activate(who, "AAAA-BBBB-CCCC", OTHER, fresh, "000000", from)))
                .map(act -> DynamicTest.dynamicTest(act.name(), () -> {
                    var real = act.name().equals(ACTIVATING) ? old.loginName() : account.loginName();
                    seen(act, real);
                    var known = seen(act, real);
                    seen(act, "nobody" + phone.substring(5));
                    var unknown = seen(act, "nobody" + phone.substring(5));
                    assertThat(unknown.answer()).isEqualTo(known.answer());
                    assertThat(unknown.statements())
                            .isEqualTo(known.statements())
                            .isNotEmpty();
                    assertThat(List.of(known.hashes(), unknown.hashes()))
                            .as("hashes of a password")
                            .containsOnly(act.hashes());
                }));
    }

    /** @param hashes of a password, the dearest work there is */
    private record Act(String name, long hashes, BiConsumer<String, String> tried) {}

    private record Seen(String answer, Map<String, Integer> statements, long hashes) {}

    private Seen seen(Act act, String who) {
        var from = "198.18.0." + ADDRESSES.incrementAndGet();
        var answer = new String[] {"nothing"};
        clearInvocations(hashes);
        var statements = ((StatementCounter) dataSource).countOfThisThread(() -> {
            try {
                act.tried().accept(who, from);
            } catch (Problem problem) {
                answer[0] = problem.key();
            }
        });
        return new Seen(answer[0], statements, made());
    }

    private long made() {
        return mockingDetails(hashes).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("limited"))
                .count();
    }
}
