package cn.baosong.excel.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** A link that makes a workbook when it is followed. */
public class SheetDownload extends Anchor {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Writes the workbook. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param fileName without its ending */
    public SheetDownload(String id, String text, String fileName, Content content) {
        super(new Handler(fileName, content), text);
        setId(id);
        getElement().setAttribute("download", true);
        setRouterIgnore(true);
    }

    private static final class Handler implements DownloadHandler {
        private final String fileName;
        private final transient Content content;

        Handler(String fileName, Content content) {
            this.fileName = fileName;
            this.content = content;
        }

        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            event.setFileName(fileName + ".xlsx");
            event.setContentType(TYPE);
            content.writeTo(event.getOutputStream());
        }
    }
}
