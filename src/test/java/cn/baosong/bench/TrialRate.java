package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.Filings;
import cn.baosong.filing.trial.Trials;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A trial run of the deployed check table over very many reports of a quarter's month, each with last month's and last
 * year's beside it: read, checked by both tables, counted.
 */
@Measurement
@Tag("model")
@BenchApplication
class TrialRate {

    private static final int REPORTS = Integer.getInteger("bench.trial", 10_000);
    private static final int ROUNDS = 3;
    private static final YearMonth MONTH = YearMonth.of(2021, 11);

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private Trials trials;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private PlannerStatistics statistics;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void measure(Benchmark benchmark) {
        Account account = fixture.enterprise();
        fixture.accepted(account, MONTH.minusYears(1));
        fixture.accepted(account, MONTH.minusMonths(1));
        UUID enterprise = fixture.submitted(account, MONTH).enterprise();
        multiply(account.id(), enterprise, REPORTS - 1);
        statistics.refresh();
        Account owner = actors.account(Role.PROCESS_OWNER);
        UUID revision = revisions.latest(Filings.SCHEME).orElseThrow().id();
        benchmark.report(
                "trial.rate",
                Rounds.of(ROUNDS, () -> perSecond(owner, revision)),
                "filings-per-s",
                "%,d reports, both tables, 1 thread".formatted(REPORTS));
    }

    private double perSecond(Account owner, UUID revision) {
        return actors.as(owner, () -> {
            long begun = System.nanoTime();
            var trial = trials.begin(Filings.SCHEME, MONTH, revision);
            while (trials.advance(trial)) {
                assertThat(trial.looked()).isPositive();
            }
            assertThat(trial.looked()).isGreaterThanOrEqualTo(REPORTS);
            assertThat(trial.changed()).isZero();
            return trial.looked() * 1e9 / (System.nanoTime() - begun);
        });
    }

    /** Copies an enterprise with its account and reports, under other names. */
    private void multiply(UUID account, UUID enterprise, int times) {
        jdbc.sql("""
                        WITH made AS (
                            INSERT INTO account
                            SELECT (jsonb_populate_record(NULL::account, to_jsonb(one) || jsonb_build_object(
                                        'id', gen_random_uuid(), 'login_name', 'trial' || number,
                                        'phone', null, 'email', null, 'credit_code', null))).*
                            FROM account one, generate_series(100001, 100000 + :times) AS number
                            WHERE one.id = :account
                            RETURNING id, login_name
                        ), firm AS (
                            INSERT INTO enterprise
                            SELECT (jsonb_populate_record(NULL::enterprise, to_jsonb(one) || jsonb_build_object(
                                        'id', gen_random_uuid(), 'account_id', made.id, 'name', one.name || made.login_name,
                                        'name_key', one.name_key || made.login_name, 'code', made.login_name,
                                        'phone', null))).*
                            FROM enterprise one, made
                            WHERE one.id = :enterprise
                            RETURNING id
                        )
                        INSERT INTO filing
                        SELECT (jsonb_populate_record(NULL::filing, to_jsonb(one) || jsonb_build_object(
                                    'id', gen_random_uuid(), 'enterprise_id', firm.id))).*
                        FROM filing one, firm
                        WHERE one.enterprise_id = :enterprise
                        """)
                .param("account", account)
                .param("enterprise", enterprise)
                .param("times", times)
                .update();
    }
}
