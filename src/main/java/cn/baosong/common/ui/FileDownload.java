package cn.baosong.common.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** A link that makes a file when it is followed. */
public class FileDownload extends Anchor {

    /** Writes the file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param fileName with its ending
     * @param type media type
     */
    public FileDownload(String id, String text, String fileName, String type, Content content) {
        super(new Handler(fileName, type, content), text);
        setId(id);
        getElement().setAttribute("download", true);
        setRouterIgnore(true);
    }

    private static final class Handler implements DownloadHandler {
        private final String fileName;
        private final String type;
        private final transient Content content;

        Handler(String fileName, String type, Content content) {
            this.fileName = fileName;
            this.type = type;
            this.content = content;
        }

        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            event.setFileName(fileName);
            event.setContentType(type);
            content.writeTo(event.getOutputStream());
        }
    }
}
