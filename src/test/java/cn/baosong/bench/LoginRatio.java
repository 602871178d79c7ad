package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Accounts;
import cn.baosong.account.LoginService;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Logins in a second (name, password and code checked and counted, the code used up, the session opened) divided by the
 * comparisons of a password alone, on the same threads. Codes are sent beforehand; asking for one is measured apart.
 */
@Measurement
@Tag("account")
@BenchApplication
class LoginRatio {

    private static final String PASSWORD = "Secret#2026";
    private static final int PEOPLE = 100;
    private static final int THREADS = 8;
    private static final int ROUNDS = 5;

    /** Somebody with an address of their own, so that nobody meets a limit. */
    private record Person(String name, String phone, String address, String code) {}

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String hash = encoder.encode(PASSWORD);

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginService logins;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void measure(Benchmark benchmark) {
        var people = people();
        perSecond(withCodes(people), this::logIn);
        perSecond(people, this::compare);

        var login = Comparison.alternating(
                ROUNDS, () -> perSecond(withCodes(people), this::logIn), () -> perSecond(people, this::compare));
        benchmark.report("login.ratio", login.ratio(), "x", "a login over the comparison of a password");
        benchmark.report("login.rate", login.ours(), "logins-per-s", THREADS + " threads");
        benchmark.report("login.hash", login.baseline(), "hashes-per-s", "Argon2id, 19 MiB, 2 passes");

        var code = Comparison.alternating(
                ROUNDS,
                () -> {
                    forget();
                    return perSecond(people, person -> logins.requestCode(person.name(), PASSWORD, person.address()));
                },
                () -> perSecond(people, this::compare));
        benchmark.report("login.code-ratio", code.ratio(), "x", "asking for a code over the comparison of a password");
    }

    private List<Person> people() {
        var people = new ArrayList<Person>();
        for (var number = 0; number < PEOPLE; number++) {
            var person = new Person(
                    "login%06d".formatted(number),
                    "1000%07d".formatted(number),
                    "10.0.%d.%d".formatted(number / 250, number % 250 + 1),
                    null);
            accounts.create(person.name(), PASSWORD, person.phone(), null, Set.of(Role.ENTERPRISE), Texts.CHINESE);
            people.add(person);
        }
        return people;
    }

    /** Not part of what is timed. */
    private List<Person> withCodes(List<Person> people) {
        forget();
        var ready = new ArrayList<Person>();
        for (var person : people) {
            logins.requestCode(person.name(), PASSWORD, person.address());
            var text = jdbc.sql("""
                            SELECT body FROM outbox_message WHERE recipient = :phone
                            ORDER BY created_at DESC LIMIT 1
                            """)
                    .param("phone", person.phone())
                    .query(String.class)
                    .single();
            var code = text.replaceAll("(?s)^.*?([0-9]{6}).*$", "$1");
            ready.add(new Person(person.name(), person.phone(), person.address(), code));
        }
        return ready;
    }

    private void forget() {
        jdbc.sql("DELETE FROM rate_limit").update();
    }

    private void logIn(Person person) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(person.address());
        var entered = logins.login(person.name(), PASSWORD, person.code(), request, new MockHttpServletResponse());
        assertThat(entered.user().loginName()).isEqualTo(person.name());
        SecurityContextHolder.clearContext();
    }

    private void compare(Person person) {
        assertThat(encoder.matches(PASSWORD, hash)).isTrue();
    }

    /** @return how often a second {@code work} was done, once for each person, until the last was through */
    private static double perSecond(List<Person> people, Consumer<Person> work) {
        var waiting = new ConcurrentLinkedQueue<>(people);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var begun = System.nanoTime();
            var parts = new ArrayList<Future<?>>();
            for (var thread = 0; thread < THREADS; thread++) {
                parts.add(pool.submit(() -> {
                    for (var person = waiting.poll(); person != null; person = waiting.poll()) {
                        work.accept(person);
                    }
                }));
            }
            for (var part : parts) {
                part.get();
            }
            return people.size() / ((System.nanoTime() - begun) / 1e9);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the work under load failed", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
