package cn.baosong.common.ui;

import cn.baosong.common.Problem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A link that makes a file when it is followed. */
public class FileDownload extends Anchor {

    /** HTTP status: too many requests. */
    private static final int TOO_MANY = 429;

    /** Writes the file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param fileName with its ending
     * @param type media type
     */
    public FileDownload(String id, String text, String fileName, String type, Content content) {
        this(id, text, fileName, type, content, clientAddress -> {});
    }

    /**
     * @param count gets the network address of who follows the link; a {@link Problem} it throws is answered as too many
     *     requests, before anything is written
     */
    public FileDownload(String id, String text, String fileName, String type, Content content, Consumer<String> count) {
        super(new Handler(fileName, type, content, count), text);
        setId(id);
        getElement().setAttribute("download", true);
        setRouterIgnore(true);
    }

    private static final class Handler implements DownloadHandler {
        private final String fileName;
        private final String type;
        private final transient Content content;
        private final transient Consumer<String> count;

        Handler(String fileName, String type, Content content, Consumer<String> count) {
            this.fileName = fileName;
            this.type = type;
            this.content = content;
            this.count = count;
        }

        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            try {
                count.accept(event.getRequest().getRemoteAddr());
            } catch (Problem refused) {
                event.getResponse().sendError(TOO_MANY, refused.key());
                return;
            }
            event.setFileName(fileName);
            event.setContentType(type);
            content.writeTo(event.getOutputStream());
        }
    }
}
