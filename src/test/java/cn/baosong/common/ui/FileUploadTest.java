package cn.baosong.common.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What is said of a file that is not taken, by the browser or by the server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FileUploadTest {

    private static final int LARGEST = 2_000_000;
    private static final FileUpload.Words WORDS = new FileUpload.Words(
            "common.upload.choose", "excel.upload.drop", "excel.error.not-a-workbook", "excel.error.file-too-large");

    private final List<String> taken = new ArrayList<>();

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void theServerRefusesWhatTheBrowserLetThrough() {
        show(Texts.CHINESE);
        send("<b>月报</b>.exe", 3);
        assertThat(refusals()).containsExactly("没有接收“<b>月报</b>.exe”。这不是 Excel 工作簿（.xlsx）。请下载模板，填写后上传");
        send("大.xlsx", LARGEST + 1);
        assertThat(refusals()).hasSize(2).last().isEqualTo("没有接收“大.xlsx”。文件超过 2 MB。请分成几个文件上传");
        assertThat(taken).isEmpty();
        send("最大.XLSX", LARGEST);
        assertThat(taken).containsExactly("最大.XLSX " + LARGEST);

        _click(_get(Button.class));
        assertThat(refusals()).as("choosing again").isEmpty();
    }

    @Test
    void whatTheBrowserRefusesIsSaidInTheLanguageOfThePage() {
        show(Texts.ENGLISH);
        var upload = _get(Upload.class);
        var said = upload.getI18n().getError();
        assertThat(said.getFileIsTooBig()).isEqualTo("The file is larger than 2 MB. Please send it in several files");
        for (var reason : List.of(said.getIncorrectFileType(), said.getTooManyFiles())) {
            ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, reason, "<i>list</i>.txt"));
            assertThat(refusals()).containsExactly("“<i>list</i>.txt” was not taken. " + reason);
        }

        UI.getCurrent().setLocale(Texts.CHINESE);
        assertThat(refusals()).as("said in the other language").isEmpty();
        assertThat(upload.getI18n().getError().getTooManyFiles()).isEqualTo("一次只能上传一个文件，请重新选择");
    }

    private void show(Locale locale) {
        UI.getCurrent().setLocale(locale);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new FileUpload(FileUpload.Accepted.one(LARGEST, ".xlsx"), WORDS, arrival -> {
            var length = arrival.content().readAllBytes().length;
            return () -> taken.add(arrival.name() + " " + length);
        }));
    }

    private static void send(String name, int bytes) {
        _upload(_get(Upload.class), name, new byte[bytes]);
        MockVaadin.clientRoundtrip();
    }

    private static List<String> refusals() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }
}
