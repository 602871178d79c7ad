package cn.baosong.registration.takeover;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.excel.SheetHeading;
import cn.baosong.excel.SheetRow;
import cn.baosong.upload.UploadedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Receives the rows of a workbook, marks what stands in an earlier row already, and hands them on in portions. */
final class Intake {

    private static final int PORTION = 500;

    /** What is unique, and how it is compared. */
    private static final Map<String, UnaryOperator<String>> UNIQUE = Map.of(
            TakeoverColumns.LOGIN_NAME,
            text -> text.toLowerCase(Locale.ROOT),
            TakeoverColumns.PHONE,
            text -> text,
            TakeoverColumns.NAME,
            EnterpriseName::key,
            TakeoverColumns.CODE,
            UnifiedSocialCreditCode::normalize);

    private final Texts texts;
    private final Consumer<List<UploadedRow>> store;
    private final List<UploadedRow> portion = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private Map<String, String> letters = Map.of();
    private boolean empty = true;

    Intake(Texts texts, Consumer<List<UploadedRow>> store) {
        this.texts = texts;
        this.store = store;
    }

    /** @return who takes the rows that stand under this heading */
    Consumer<SheetRow> under(SheetHeading heading) {
        letters = heading.letters();
        return this::take;
    }

    private void take(SheetRow row) {
        empty = false;
        var problems = new RowProblems(texts, letters, row.number());
        UNIQUE.forEach((column, key) -> {
            var text = row.cells().get(column);
            if (text != null) {
                var first = seen.putIfAbsent(column + " " + key.apply(text), row.number());
                if (first != null) {
                    problems.add(
                            column,
                            new Problem("registration.takeover.error.twice." + column, Integer.toString(first)));
                }
            }
        });
        portion.add(UploadedRow.read(
                row.number(),
                row.cells().getOrDefault(TakeoverColumns.LOGIN_NAME, ""),
                row.cells().getOrDefault(TakeoverColumns.NAME, ""),
                row.cells(),
                problems.all()));
        if (portion.size() >= PORTION) {
            flush();
        }
    }

    void flush() {
        if (!portion.isEmpty()) {
            store.accept(List.copyOf(portion));
            portion.clear();
        }
    }

    boolean empty() {
        return empty;
    }
}
