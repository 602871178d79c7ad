package cn.baosong.filing.imports;

import static cn.baosong.filing.imports.FilledTemplate.BASIC;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.ReportTask;
import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.testing.FilingFixture;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** Templates, filled in and sent. */
abstract class ImportScenario extends FilingScenario {

    @Autowired
    ReportImport imports;

    @Autowired
    DraftStore store;

    @Autowired
    Texts texts;

    void thrown(Account account, String key, byte[] file) {
        assertProblem(key, () -> read(account, MONTH, "", file));
    }

    FilledTemplate good(Account account) {
        return template(account, MONTH)
                .put(BASIC, "filler", "value", "孙丙")
                .indicators(FilingFixture.indicators(MONTH))
                .product(
                        0,
                        Map.of(
                                "name", "丝绸",
                                "unit", "米",
                                "production.month", 10,
                                "production.cumulative", 80,
                                "sales.month", 10,
                                "sales.cumulative", 75,
                                "stock.cumulative", 5));
    }

    FilledTemplate template(Account account, YearMonth month) {
        return new FilledTemplate(actors.as(account, () -> imports.template(ReportTask.monthly(month), Texts.CHINESE)));
    }

    ImportResult read(Account account, YearMonth month, String filler, byte[] file) {
        return actors.as(
                account,
                () -> imports.read(
                        ReportTask.monthly(month), filler, "月报.xlsx", new ByteArrayInputStream(file), Texts.CHINESE));
    }

    Map<String, Map<String, Object>> drafts(Account account) {
        var drafts = new HashMap<String, Map<String, Object>>();
        actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))).ifPresent(filing -> List.of(
                        FilingFixture.BASIC, FilingFixture.INDICATORS, FilingFixture.PRODUCTS)
                .forEach(form -> drafts.put(
                        form,
                        plain(store.load(filing.id(), form).map(Draft::values).orElse(Map.of())))));
        return drafts;
    }

    static Map<String, Object> plain(Map<String, Object> values) {
        var plain = new HashMap<>(values);
        plain.replaceAll((path, value) -> value instanceof Number ? new BigDecimal(value.toString()) : value);
        return plain;
    }
}
