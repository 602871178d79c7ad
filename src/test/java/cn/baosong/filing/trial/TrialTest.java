package cn.baosong.filing.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRefused;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.TaskApplications;
import cn.baosong.testing.ModelFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed check table is tried on what was submitted, before anything is deployed. */
class TrialTest extends FilingScenario {

    private static final String SCHEME = "software-monthly-province";
    private static final String TABLE = "processes/software-survey/software-current-checks.dmn";
    private static final String SHARE = "f4-software-share";

    @Autowired
    private Trials trials;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private Periods periods;

    private Account owner;

    @BeforeEach
    void aProcessOwner() {
        owner = actors.account(Role.PROCESS_OWNER);
    }

    @Test
    void whatALimitWouldFindAndWhatItWouldNotFindAnyMore() throws IOException {
        // Software is 50 per cent of the revenue here, and 20 there, which needed an explanation.
        var half = submitted(2000);
        var fifth = submitted(5000);
        var stored = jdbc.sql("SELECT count(*) FROM scheme_revision")
                .query(Integer.class)
                .single();

        var stricter = run(table("0.3", "0.6"));
        assertThat(stricter.looked()).isEqualTo(stricter.all()).isGreaterThanOrEqualTo(2);
        assertThat(rule(stricter).appearing())
                .extracting(TrialRule.Example::enterprise)
                .contains(name(half))
                .doesNotContain(name(fifth));
        assertThat(rule(stricter).vanishes()).isZero();
        assertThat(rule(stricter).now())
                .isEqualTo(rule(stricter).before() + rule(stricter).appears());

        var milder = run(table("0.3", "0.1"));
        assertThat(rule(milder).vanishing())
                .extracting(TrialRule.Example::enterprise)
                .contains(name(fifth));
        assertThat(rule(milder).appears()).isZero();
        assertThat(milder.rules())
                .filteredOn(rule -> !rule.rule().equals(SHARE))
                .allMatch(TrialRule::same);

        var same = actors.as(
                owner,
                () -> trials.begin(
                        SCHEME,
                        half.month(),
                        revisions.latest(SCHEME).orElseThrow().id()));
        assertThat(finished(same).changed()).isZero();

        var book = sheet(stricter);
        assertThat(book).anyMatch(line -> line.startsWith(SHARE + "|需要说明"));
        assertThat(book).anyMatch(line -> line.startsWith(SHARE + "|新增|" + name(half)));
        assertThat(jdbc.sql("SELECT count(*) FROM scheme_revision")
                        .query(Integer.class)
                        .single())
                .as("nothing is deployed")
                .isEqualTo(stored);
    }

    @Test
    void aTableThatCouldNotBeDeployedIsRefused() {
        submitted(2000);
        assertThatThrownBy(() -> begin(table("totalProfit.current = null", "totalProfits.current = null")))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .anyMatch(finding -> finding.rule().equals("table-cell-name")));
        assertThatThrownBy(() -> begin("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                .isInstanceOf(ModelRefused.class);
    }

    private static String table(String before, String after) {
        var packed = ModelFixture.read(TABLE);
        assertThat(packed).contains(before);
        return packed.replace(before, after);
    }

    private Trial begin(String table) {
        return actors.as(
                owner,
                () -> trials.begin(
                        SCHEME,
                        periods.current(SCHEME),
                        new ModelFile("software-current-checks.dmn", table.getBytes(StandardCharsets.UTF_8))));
    }

    private Trial run(String table) {
        return finished(begin(table));
    }

    private Trial finished(Trial trial) {
        return actors.as(owner, () -> {
            while (trials.advance(trial)) {
                assertThat(trial.looked()).isPositive();
            }
            return trial;
        });
    }

    private static TrialRule rule(Trial trial) {
        return trial.rules().stream()
                .filter(rule -> rule.rule().equals(SHARE))
                .findFirst()
                .orElseThrow();
    }

    private ArrayList<String> sheet(Trial trial) throws IOException {
        var out = new ByteArrayOutputStream();
        actors.as(owner, () -> {
            try {
                trials.export(trial, Texts.CHINESE, out);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        var lines = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.forEach(sheet -> sheet.forEach(row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell.toString()));
                lines.add(cells.stream().collect(Collectors.joining("|")));
            }));
        }
        return lines;
    }

    private String name(Filing filing) {
        return enterprises.find(filing.enterprise()).orElseThrow().name();
    }

    /** @return submitted, with a software income of 1000 */
    private Filing submitted(int revenue) {
        var account = fixture.softwareEnterprise();
        var filing = actors.as(account, () -> {
            applications.apply(SCHEME);
            var opened = filings.open(new ReportTask(SCHEME, periods.current(SCHEME)));
            filings.keep(
                    opened.id(),
                    "survey-enterprise",
                    Map.of("filler", "孙丙", "fillerKind", "natural", "telephone", "0571-88888888"));
            filings.keep(
                    opened.id(),
                    "software-income",
                    Map.of(
                            "softwareTotal.income", BigDecimal.valueOf(1000),
                            "softwareProducts.income", BigDecimal.valueOf(1000)));
            filings.keep(
                    opened.id(),
                    "software-finance",
                    Map.of(
                            "mainRevenue.current", BigDecimal.valueOf(revenue),
                            "totalProfit.current", BigDecimal.valueOf(150)));
            return opened;
        });
        submit(account, filing)
                .findings()
                .forEach(finding ->
                        actors.as(account, () -> filings.explain(filing.id(), finding.rule(), "主营业务以硬件销售为主，数据无误")));
        if (fixture.now(filing.id()).status().editable()) {
            assertThat(submit(account, filing).passed()).isTrue();
        }
        return fixture.now(filing.id());
    }
}
