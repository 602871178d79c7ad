package cn.baosong.filing.seal.ui;

import cn.baosong.common.Problem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** A link to a file that is written when it is followed. */
final class SealDownload extends Anchor {

    /** HTTP status: too many requests. */
    private static final int TOO_MANY = 429;

    /** Writes the file. */
    interface Content {
        /**
         * @param clientAddress network address of who follows the link
         * @throws Problem before anything is written, when it was followed too often
         */
        void writeTo(OutputStream out, String clientAddress) throws IOException;
    }

    SealDownload(String id, String text, String fileName, String type, Content content) {
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
            try {
                content.writeTo(event.getOutputStream(), event.getRequest().getRemoteAddr());
            } catch (Problem refused) {
                event.getResponse().sendError(TOO_MANY, refused.key());
            }
        }
    }
}
