package cn.baosong.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where a file is chosen or dropped. Ending and size are looked at in the browser, to save the sending, and once more here.
 * A file that is not taken is named, with the reason and what to do, and stays named until another is chosen.
 */
public final class FileUpload extends Div implements LocaleChangeObserver {

    private static final int MEGABYTE = 1_000_000;
    /** Refusals said at once: who drops a whole folder needs no list of it. */
    private static final int SAID = 5;

    /**
     * What is taken.
     *
     * @param endings with the dot, in small letters; none: every file
     * @param largest most bytes of one file
     * @param several whether more than one file is chosen at once
     */
    public record Accepted(List<String> endings, int largest, boolean several) {

        public static Accepted one(int largest, String... endings) {
            return new Accepted(List.of(endings), largest, false);
        }

        public static Accepted several(int largest, String... endings) {
            return new Accepted(List.of(endings), largest, true);
        }

        private boolean named(String fileName) {
            var name = fileName.toLowerCase(Locale.ROOT);
            return endings.isEmpty() || endings.stream().anyMatch(name::endsWith);
        }
    }

    /**
     * Keys of the texts.
     *
     * @param wrongType why a file of another ending is not taken, and what to do
     * @param tooLarge likewise; {0} is the most of megabytes
     */
    public record Words(String choose, String drop, String wrongType, String tooLarge) {}

    /**
     * A file that comes in. Reading more than is taken ends the reading, and the page says so.
     *
     * @param name as the browser gives it: any text
     * @param clientAddress network address of who sends
     */
    public record Arrival(String name, InputStream content, String clientAddress) {}

    /** Reads the file on the thread of the upload and says what the page does then. */
    public interface Receiver {
        Runnable receive(Arrival arrival) throws IOException;
    }

    private final transient Accepted accepted;
    private final transient Words words;
    private final Upload upload;
    private final Button choose = new Button();
    private final Span drop = new Span();
    private final Div refusals = new Div();
    private final Map<String, String> refused = new LinkedHashMap<>();

    public FileUpload(Accepted accepted, Words words, Receiver receiver) {
        this.accepted = accepted;
        this.words = words;
        upload = new Upload(new Handler(receiver));
        upload.setId("upload");
        upload.setMaxFileSize(accepted.largest());
        upload.setAcceptedFileTypes(accepted.endings().toArray(String[]::new));
        if (!accepted.several()) {
            upload.setMaxFiles(1);
        }
        choose.addClickListener(click -> forget());
        upload.setUploadButton(choose);
        upload.setDropLabel(drop);
        upload.addFileRejectedListener(event -> refuse(event.getFileName(), event.getErrorMessage()));
        // Any of the two brings the page what the thread of the upload left for it.
        upload.getElement().addEventListener("upload-success", event -> upload.clearFileList());
        upload.getElement().addEventListener("upload-error", event -> {});
        refusals.addClassName("refusals");
        refusals.getElement().setAttribute("aria-live", "polite");
        add(upload, refusals);
    }

    /** Choosing the file is the first thing to do on the page. */
    public FileUpload primary() {
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return this;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        forget();
        choose.setText(getTranslation(words.choose()));
        drop.setText(getTranslation(words.drop()));
        var going = getTranslation("common.upload.going");
        var failed = getTranslation("common.upload.failed");
        var texts = new UploadI18N();
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("common.upload.one"))
                .setFileIsTooBig(tooLarge())
                .setIncorrectFileType(getTranslation(words.wrongType())));
        texts.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(going)
                        .setStalled(getTranslation("common.upload.stalled"))
                        .setProcessing(getTranslation("common.upload.reading"))
                        .setHeld(going))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)));
        texts.setUnits(List.of("B", "KB", "MB", "GB"));
        upload.setI18n(texts);
    }

    private String tooLarge() {
        return getTranslation(words.tooLarge(), accepted.largest() / MEGABYTE);
    }

    private void forget() {
        refused.clear();
        sayRefused();
    }

    /** @param fileName null where the browser does not tell */
    private void refuse(String fileName, String reason) {
        refused.put(fileName == null ? "" : fileName, reason);
        sayRefused();
    }

    private void sayRefused() {
        refusals.removeAll();
        refused.entrySet().stream()
                .limit(SAID)
                .map(one -> getTranslation("common.upload.refused", one.getKey(), one.getValue()))
                .forEach(said -> refusals.add(new Callout(Callout.Kind.BAD, said)));
    }

    private final class Handler implements UploadHandler {
        private final transient Receiver receiver;

        Handler(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var name = Objects.requireNonNullElse(event.getFileName(), "");
            Runnable then;
            try (var in = new LimitedStream(event.getInputStream(), accepted.largest())) {
                then = accepted.named(name)
                        ? receiver.receive(
                                new Arrival(name, in, event.getRequest().getRemoteAddr()))
                        : () -> refuse(name, getTranslation(words.wrongType()));
            } catch (LimitedStream.TooLong tooLarge) {
                then = () -> refuse(name, tooLarge());
            }
            event.getUI().access(then::run);
        }

        /** More than is taken, so that who sends too much is told so by the page. */
        @Override
        public long getFileSizeMax() {
            return 2L * accepted.largest();
        }
    }
}
