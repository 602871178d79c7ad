package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.filing.imports.ReportImport;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Importing a filled-in workbook of a quarter's month, with last month and last year to compare with: read, checked twice
 * and stored, divided by reading every cell of the same file with the library alone. One thread, durable.
 */
@Measurement
@Tag("report")
@BenchApplication
class ImportRatio {

    private static final YearMonth MONTH = YearMonth.of(2021, 11);
    private static final int WARM_UP = 200;
    private static final int OPERATIONS = 50;
    private static final int ROUNDS = 7;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private ReportImport imports;

    private Account account;
    private byte[] file;

    @Test
    void measure(Benchmark benchmark) {
        account = fixture.enterprise();
        fixture.accepted(account, MONTH.minusYears(1));
        fixture.accepted(account, MONTH.minusMonths(1));
        var template = actors.as(account, () -> imports.template(ReportTask.monthly(MONTH), Texts.CHINESE));
        file = new FilledTemplate(template)
                .put(FilledTemplate.BASIC, "filler", "value", "孙丙")
                .indicators(FilingFixture.indicators(MONTH))
                .bytes();
        milliseconds(WARM_UP, this::take);
        milliseconds(WARM_UP, this::read);
        var found = Comparison.alternating(
                ROUNDS, () -> milliseconds(OPERATIONS, this::take), () -> milliseconds(OPERATIONS, this::read));
        benchmark.report("import.ratio", found.ratio(), "of-reading", "target at most 1.5");
        benchmark.report("import.time", found.ours(), "ms", "read, checked, stored; %d bytes".formatted(file.length));
        benchmark.report("import.reading", found.baseline(), "ms", "every cell, by the library alone");
    }

    private static double milliseconds(int times, Runnable work) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (System.nanoTime() - begun) / 1e6 / times;
    }

    private void take() {
        var result = actors.as(
                account,
                () -> imports.read(
                        ReportTask.monthly(MONTH), "孙丙", "月报.xlsx", new ByteArrayInputStream(file), Texts.CHINESE));
        assertThat(result.imported()).as(result.problems().toString()).isTrue();
    }

    private void read() {
        int letters = 0;
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        letters += cell.toString().length();
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(letters).isPositive();
    }
}
