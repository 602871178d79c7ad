package cn.baosong.registration.takeover;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.excel.SheetLimits;
import cn.baosong.excel.SheetReader;
import cn.baosong.excel.SheetWriter;
import cn.baosong.registration.RegistrationModels;
import cn.baosong.registration.TakeoverProcess;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunResults;
import cn.baosong.upload.Runs;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's side of the takeover: upload a workbook of the old platform, and see what has become of its rows. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('OPERATOR')")
public class Takeovers implements RunResults {

    /** Where the texts of these runs begin. */
    public static final String WORDS = "registration.takeover.run.";

    private final Runs runs;
    private final TakeoverColumns columns;
    private final RegistrationModels models;
    private final SheetReader reader;
    private final SheetWriter writer;
    private final Texts texts;

    Takeovers(
            Runs runs,
            TakeoverColumns columns,
            RegistrationModels models,
            SheetReader reader,
            SheetWriter writer,
            Texts texts) {
        this.runs = runs;
        this.columns = columns;
        this.models = models;
        this.reader = reader;
        this.writer = writer;
        this.texts = texts;
    }

    /**
     * Reads a workbook and starts to take it over; rows are decided afterwards, by the process.
     *
     * @param in the file as sent; not closed
     * @throws Problem when the file cannot be read or has no rows; nothing is kept then
     */
    @Transactional
    public UUID upload(String fileName, InputStream in) {
        var revision = models.newestForTakeover();
        return runs.take(revision, fileName, store -> {
            var intake = new Intake(texts, store);
            var heading = reader.read(in, SheetLimits.ORDINARY, columns.readable(revision.id()), intake::under);
            intake.flush();
            if (intake.empty()) {
                throw new Problem("excel.error.empty");
            }
            return new TakeoverContext(revision.id(), heading.letters()).written();
        });
    }

    /** Every operator sees what any of them has sent. */
    @Override
    public List<UploadedRun> runs() {
        return runs.newest(TakeoverProcess.KEY, null);
    }

    @Override
    public Optional<UploadedRun> run(UUID id) {
        return runs.find(TakeoverProcess.KEY, null, id);
    }

    @Override
    public List<UploadedRow> rows(UUID run, RowStatus status, int offset, int limit) {
        return run(run).map(found -> runs.rows(found, status, offset, limit)).orElse(List.of());
    }

    @Override
    public void export(UUID run, Locale locale, OutputStream out) throws IOException {
        runs.export(run(run), WORDS, locale, out);
    }

    /** Writes an empty workbook with the headings of the newest revision. */
    public void template(Locale locale, OutputStream out) throws IOException {
        writer.template(
                texts.get(locale, "registration.takeover.sheet"),
                columns.in(models.newestForTakeover().id(), locale),
                out);
    }
}
