package cn.baosong.filing.seal.ui;

import cn.baosong.common.Problem;
import cn.baosong.filing.seal.Sha256;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Takes one file and hands on its hash. The file goes by piece by piece and is kept nowhere. */
final class HashUpload extends Div {

    private static final int PIECE = 8_192;

    /** What is done on the thread of the upload, and what the page does then. */
    interface Receiver {

        /**
         * @param clientAddress network address of who sends
         * @throws Problem when nothing is taken from there now
         */
        void begin(String clientAddress);

        void hashed(String hash);

        void refused(Problem problem);
    }

    private final Upload upload;
    private final Button choose = new Button();
    private final Span drop = new Span();
    private final long megabytes;

    HashUpload(DataSize largest, Receiver receiver) {
        megabytes = largest.toMegabytes();
        upload = new Upload(new Handler(largest.toBytes(), receiver));
        upload.setId("file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Math.toIntExact(largest.toBytes()));
        upload.setUploadButton(choose);
        upload.setDropLabel(drop);
        // Any of the two brings the page what the thread of the upload left for it.
        upload.getElement().addEventListener("upload-success", event -> upload.clearFileList());
        upload.getElement().addEventListener("upload-error", event -> {});
        add(upload);
    }

    /** Texts in the language of the session. */
    void say() {
        choose.setText(getTranslation("filing.verify.choose"));
        drop.setText(getTranslation("filing.verify.drop"));
        var failed = getTranslation("filing.verify.upload.failed");
        var going = getTranslation("filing.verify.upload.going");
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("filing.verify.upload.one"))
                .setFileIsTooBig(getTranslation("filing.verify.error.large", megabytes)));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(going)
                        .setStalled(going)
                        .setProcessing(going)
                        .setHeld(going))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)));
        words.setUnits(List.of("B", "KB", "MB", "GB"));
        upload.setI18n(words);
    }

    private static final class Handler implements UploadHandler {
        private final long largest;
        private final transient Receiver receiver;

        Handler(long largest, Receiver receiver) {
            this.largest = largest;
            this.receiver = receiver;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            Runnable then;
            try (var in = event.getInputStream()) {
                receiver.begin(event.getRequest().getRemoteAddr());
                var hash = hash(in);
                then = () -> receiver.hashed(hash);
            } catch (Problem problem) {
                then = () -> receiver.refused(problem);
            }
            event.getUI().access(then::run);
        }

        private String hash(InputStream in) throws IOException {
            var digest = Sha256.digest();
            var piece = new byte[PIECE];
            var left = largest;
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                left -= read;
                if (left < 0) {
                    throw new Problem(
                            "filing.verify.error.large",
                            DataSize.ofBytes(largest).toMegabytes());
                }
                digest.update(piece, 0, read);
            }
            return Sha256.hex(digest.digest());
        }

        /** A little more than is taken, so that who sends too much is told so by the page. */
        @Override
        public long getFileSizeMax() {
            return largest * 2;
        }
    }
}
