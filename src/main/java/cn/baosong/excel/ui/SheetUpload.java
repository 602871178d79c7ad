package cn.baosong.excel.ui;

import cn.baosong.excel.SheetLimits;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes one workbook. Its name and size are looked at in the browser for quick words, its content where it is read. */
public class SheetUpload extends Div {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MEGABYTE = 1_000_000;

    /** Reads the file on the thread of the upload and says what the page does then. */
    public interface Receiver {
        Runnable receive(String fileName, InputStream in);
    }

    public SheetUpload(Receiver receiver) {
        var upload = new Upload(new Handler(receiver));
        upload.setId("upload");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".xlsx", TYPE);
        upload.setMaxFileSize(Math.toIntExact(SheetLimits.ORDINARY.fileBytes()));
        var choose = new Button(getTranslation("excel.upload.choose"));
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("excel.upload.drop")));
        upload.setI18n(words());
        // Any of the two brings the page what the thread of the upload left for it.
        upload.getElement().addEventListener("upload-success", event -> upload.clearFileList());
        upload.getElement().addEventListener("upload-error", event -> {});
        add(upload);
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("excel.upload.one"))
                .setFileIsTooBig(
                        getTranslation("excel.error.file-too-large", SheetLimits.ORDINARY.fileBytes() / MEGABYTE))
                .setIncorrectFileType(getTranslation("excel.error.not-a-workbook")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("excel.upload.going"))
                        .setStalled(getTranslation("excel.upload.stalled"))
                        .setProcessing(getTranslation("excel.upload.reading"))
                        .setHeld(getTranslation("excel.upload.going")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("excel.upload.failed"))
                        .setUnexpectedServerError(getTranslation("excel.upload.failed"))
                        .setForbidden(getTranslation("excel.upload.failed"))));
        words.setUnits(List.of("B", "KB", "MB", "GB"));
        return words;
    }

    private static final class Handler implements UploadHandler {
        private final transient Receiver receiver;

        Handler(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var in = event.getInputStream()) {
                var then = receiver.receive(event.getFileName(), in);
                event.getUI().access(then::run);
            }
        }

        @Override
        public long getFileSizeMax() {
            return SheetLimits.ORDINARY.fileBytes() + MEGABYTE;
        }
    }
}
