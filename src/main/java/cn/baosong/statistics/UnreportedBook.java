package cn.baosong.statistics;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.excel.SheetWriter;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Schemes;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.NumberText;
import cn.baosong.statistics.query.DraftQueries;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Those that have not filed as a workbook with every indicator as far as it is filled in (QRY-06): a line for each enterprise,
 * at most as many as the model says (setting {@code unreportedInBook}). Numbers are numbers; what was typed and is none stays the text it is.
 */
@Service
@PreAuthorize("hasRole('REVIEWER')")
public class UnreportedBook {

    private static final int CHUNK = 500;
    private static final List<String> FIRST = List.of("name", "login-name", "region", "state", "phone");

    private final UnreportedReports reports;
    private final DraftQueries drafts;
    private final FilingModels models;
    private final Schemes schemes;
    private final SheetWriter writer;
    private final CodeLists codes;
    private final Texts texts;

    UnreportedBook(
            UnreportedReports reports,
            DraftQueries drafts,
            FilingModels models,
            Schemes schemes,
            SheetWriter writer,
            CodeLists codes,
            Texts texts) {
        this.reports = reports;
        this.drafts = drafts;
        this.models = models;
        this.schemes = schemes;
        this.writer = writer;
        this.codes = codes;
        this.texts = texts;
    }

    /** @return how many enterprises that lack a report one workbook takes, as the model says */
    public int most(ReportTask task) {
        return models.newest(task.scheme(), task.month()).most(FilingProcess.UNREPORTED_IN_BOOK);
    }

    /** Writes the workbook; enterprises are read as it grows. */
    public void write(UnreportedFilter filter, Locale locale, OutputStream out) throws IOException {
        var indicators = indicators(filter.task());
        var headings = Stream.<Object>concat(
                        FIRST.stream().map(column -> texts.get(locale, "statistics.unreported." + column)),
                        indicators.stream().map(indicator -> indicator.heading(locale)))
                .toList();
        writer.lines(
                schemes.get(filter.task().scheme()).kind().code(filter.month()),
                headings,
                new Lines(filter, indicators, locale),
                out);
    }

    /** @return every indicator of the forms that describe the report, one column of its matrix after the other */
    private List<Indicator> indicators(ReportTask task) {
        var model = models.of(models.newest(task.scheme(), task.month()).id());
        var found = new ArrayList<Indicator>();
        for (var form : model.forms()) {
            form.all().filter(Matrix.class::isInstance).map(Matrix.class::cast).forEach(matrix -> matrix.rows()
                    .forEach(row -> matrix.columns().stream()
                            .filter(column -> row.cells().containsKey(column.key()))
                            .forEach(column -> found.add(new Indicator(form, row, column)))));
        }
        return found;
    }

    private record Indicator(FormDefinition form, MatrixRow row, Matrix.Column column) {

        /** Such as 营业收入 [千元] 本月. */
        String heading(Locale locale) {
            var unit = row.head().unit().in(locale);
            return Stream.of(
                            row.name().in(locale),
                            unit.isEmpty() ? "" : "[" + unit + "]",
                            column.group().in(locale),
                            column.label().in(locale))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        Object value(Map<String, Map<String, Object>> typed) {
            var value = typed.getOrDefault(form.id(), Map.of())
                    .get(row.cells().get(column.key()).head().path());
            if (value == null || value.toString().isBlank()) {
                return null;
            }
            try {
                return value instanceof Number number ? NumberText.parse(number) : NumberText.parse(value.toString());
            } catch (NumberText.Unreadable typedOtherwise) {
                return value.toString();
            }
        }
    }

    /** The lines, read a chunk at a time. */
    private final class Lines implements Iterator<List<Object>> {
        private final UnreportedFilter filter;
        private final List<Indicator> indicators;
        private final Locale locale;
        private final int most;
        private Iterator<UnreportedEnterprise> chunk =
                List.<UnreportedEnterprise>of().iterator();
        private Map<UUID, Map<String, Map<String, Object>>> typed = Map.of();
        private UnreportedEnterprise last;
        private int given;
        private boolean ended;

        Lines(UnreportedFilter filter, List<Indicator> indicators, Locale locale) {
            this.filter = filter;
            this.indicators = indicators;
            this.locale = locale;
            this.most = most(filter.task());
        }

        @Override
        public boolean hasNext() {
            if (!chunk.hasNext() && !ended && given < most) {
                var read = reports.next(filter, last, Math.min(CHUNK, most - given));
                ended = read.isEmpty();
                chunk = read.iterator();
                typed = drafts.of(read.stream()
                        .map(UnreportedEnterprise::filing)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
            }
            return chunk.hasNext();
        }

        @Override
        public List<Object> next() {
            last = chunk.next();
            given++;
            var line = new ArrayList<Object>();
            line.add(last.name());
            line.add(last.loginName());
            line.add(codes.path("region", last.region()).stream()
                    .map(entry -> entry.name(locale))
                    .collect(Collectors.joining(" ")));
            line.add(texts.get(locale, "filing.status." + last.state()));
            line.add(last.phone());
            var values = last.filing() == null
                    ? Map.<String, Map<String, Object>>of()
                    : typed.getOrDefault(last.filing(), Map.of());
            indicators.forEach(indicator -> line.add(indicator.value(values)));
            return line;
        }
    }
}
