package cn.baosong.filing.trial.ui;

import cn.baosong.engine.ModelFile;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.Consumer;

/** Takes one decision table to be tried. */
final class TableUpload extends Div {

    private static final int LARGEST = 3 * 1024 * 1024;

    /** @param receive gets the file in the page's own turn */
    TableUpload(Consumer<ModelFile> receive) {
        var upload = new Upload(new Handler(receive));
        upload.setId("upload");
        upload.setAcceptedFileTypes(".dmn");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("filing.trial.upload")));
        upload.setDropLabel(new Span(getTranslation("filing.trial.upload.drop")));
        // Either of the two brings the page what the thread of the upload left for it.
        upload.getElement().addEventListener("upload-success", event -> upload.clearFileList());
        upload.getElement().addEventListener("upload-error", event -> {});
        add(upload);
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
