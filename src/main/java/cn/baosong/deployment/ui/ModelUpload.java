package cn.baosong.deployment.ui;

import cn.baosong.engine.ModelFile;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Takes model files, several at once. What is in them the guard says when they are deployed. */
final class ModelUpload extends Div {

    private static final int LARGEST = 3 * 1024 * 1024;

    /** @param receive gets each file in the page's own turn */
    ModelUpload(Consumer<ModelFile> receive) {
        var upload = new Upload(new Handler(receive));
        upload.setId("upload");
        upload.setAcceptedFileTypes(".bpmn", ".dmn", ".form");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("deployment.upload.choose")));
        upload.setDropLabel(new Span(getTranslation("deployment.upload.drop")));
        upload.setI18n(words());
        // Any of the two brings the page what the thread of the upload left for it.
        upload.getElement().addEventListener("upload-success", event -> upload.clearFileList());
        upload.getElement().addEventListener("upload-error", event -> {});
        add(upload);
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(getTranslation("deployment.error.file-too-large"))
                .setIncorrectFileType(getTranslation("deployment.upload.type")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("deployment.upload.going"))
                        .setStalled(getTranslation("deployment.upload.going"))
                        .setProcessing(getTranslation("deployment.upload.going"))
                        .setHeld(getTranslation("deployment.upload.going")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("deployment.upload.failed"))
                        .setUnexpectedServerError(getTranslation("deployment.upload.failed"))
                        .setForbidden(getTranslation("deployment.upload.failed"))));
        words.setUnits(List.of("B", "KB", "MB", "GB"));
        return words;
    }

    private static final class Handler implements UploadHandler {
        private final transient Consumer<ModelFile> receive;

        Handler(Consumer<ModelFile> receive) {
            this.receive = receive;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var in = event.getInputStream()) {
                var content = in.readNBytes(LARGEST + 1);
                if (content.length <= LARGEST) {
                    var file = new ModelFile(event.getFileName(), content);
                    event.getUI().access(() -> receive.accept(file));
                }
            }
        }

        @Override
        public long getFileSizeMax() {
            return LARGEST;
        }
    }
}
