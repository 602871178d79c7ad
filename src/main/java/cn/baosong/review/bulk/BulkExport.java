package cn.baosong.review.bulk;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.When;
import cn.baosong.excel.SheetColumn;
import cn.baosong.excel.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What became of each item, in words: on the page, and as a workbook that says who did what to which. */
@Service
@PreAuthorize("hasRole('REVIEWER')")
public class BulkExport {

    private static final int PAGE = 1_000;

    private final BulkReviews bulk;
    private final SheetWriter writer;
    private final Texts texts;

    BulkExport(BulkReviews bulk, SheetWriter writer, Texts texts) {
        this.bulk = bulk;
        this.writer = writer;
        this.texts = texts;
    }

    /** @return who decided it instead, where it waits instead, or why it failed; empty where there is nothing to say */
    public String words(BulkItem item, Locale locale) {
        return switch (item.result()) {
            case DECIDED_BY_OTHER ->
                texts.get(locale, "review.bulk.said.decided", item.said(), When.exact(item.saidAt()));
            case MOVED -> item.said() == null ? "" : texts.get(locale, "review.bulk.said.moved", item.said());
            case NOT_ALLOWED -> texts.get(locale, "review.bulk.said.not-allowed");
            case FAILED -> texts.get(locale, Outcome.problem(item.said()));
            case PENDING, DONE, WITHDRAWN -> "";
        };
    }

    /**
     * Writes every item with its result.
     *
     * @throws Problem {@code review.bulk.error.unknown} for an operation that is not in the name of a desk of mine
     */
    public void write(UUID operation, Locale locale, OutputStream out) throws IOException {
        var found = bulk.find(operation).orElseThrow(() -> new Problem("review.bulk.error.unknown"));
        var heads = Stream.of(
                        "title", "user", "detail", "desk", "direct", "action", "reason", "result", "words", "by", "at")
                .map(key -> SheetColumn.text(key, texts.get(locale, "review.bulk.column." + key)))
                .toList();
        writer.table(texts.get(locale, "review.bulk.sheet"), heads, lines(found, locale), out);
    }

    private Iterator<List<String>> lines(BulkOperation operation, Locale locale) {
        return IntStream.iterate(0, offset -> offset + PAGE)
                .mapToObj(offset -> bulk.items(operation.id(), null, offset, PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .map(item -> List.of(
                        item.title(),
                        said(item.userId()),
                        item.detail(),
                        item.deskName(),
                        said(item.directDesk()),
                        texts.get(locale, "review.bulk.action." + bulk.word(operation.action(), operation.kind())),
                        said(operation.reason()),
                        texts.get(locale, "review.bulk.result." + item.result()),
                        words(item, locale),
                        operation.actor(),
                        item.decidedAt() == null ? "" : When.exact(item.decidedAt())))
                .iterator();
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }
}
