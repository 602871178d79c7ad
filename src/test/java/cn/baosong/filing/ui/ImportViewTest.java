package cn.baosong.filing.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Callout;
import cn.baosong.filing.Periods;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportViewTest {

    private static final YearMonth MONTH = YearMonth.of(2021, 8);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private Periods periods;

    private Account account;

    @BeforeEach
    void openBrowser() {
        account = fixture.enterprise();
        Pages.open(context);
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void theCurrentMonthStandsFirst() {
        UI.getCurrent().navigate("reports/import");
        assertThat(month().getValue()).isEqualTo(periods.current());
    }

    @Test
    void everyProblemIsListedAndTheMendedFileIsTakenAtOnce() throws Exception {
        UI.getCurrent().navigate("reports/import");
        month().setValue(MONTH);
        _get(TextField.class, spec -> spec.withId("filler")).setValue("孙丙");
        var template = _download(_get(Anchor.class, spec -> spec.withId("template")));

        _upload(_get(Upload.class), "<b>月报</b>.xlsx", template);
        MockVaadin.clientRoundtrip();
        var refused = _get(Div.class, spec -> spec.withId("refused"));
        assertThat(_get(Callout.class).getElement().getTextRecursively()).contains("<b>月报</b>.xlsx");
        assertThat(_get(NativeTable.class).getElement().getTextRecursively()).contains("营业收入");
        var list = new String(
                _download(_get(refused, Anchor.class, spec -> spec.withId("problems"))), StandardCharsets.UTF_8);
        assertThat(list).startsWith("\uFEFF主要经济指标\t").contains("营业收入");

        _upload(_get(Upload.class), "月报.xlsx", filled(template, FilingFixture.indicators(MONTH)));
        MockVaadin.clientRoundtrip();
        _assertNone(Div.class, spec -> spec.withId("refused"));
        _assertOne(Div.class, spec -> spec.withId("imported"));
        assertThat(_get(Anchor.class, spec -> spec.withId("continue")).getHref())
                .isEqualTo("reports/2021-08");
        assertThat(_get(Anchor.class, spec -> spec.withId("view")).getHref()).isEqualTo("reports/2021-08/view");
    }

    @Test
    void aWrongFileAndAMonthThatIsUnderReviewAreAnsweredInThePage() {
        fixture.submitted(account, MONTH);
        UI.getCurrent().navigate("reports/import");
        _upload(_get(Upload.class), "月报.xlsx", "name,code\n".getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
        assertThat(_get(Callout.class).getElement().getTextRecursively()).contains("不是 Excel 工作簿");

        month().setValue(MONTH);
        assertThat(_get(Callout.class).getElement().getTextRecursively()).contains("不能修改");
        _assertNone(Anchor.class, spec -> spec.withId("template"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<YearMonth> month() {
        return _get(ComboBox.class, spec -> spec.withId("month"));
    }

    private static byte[] filled(byte[] template, Map<String, Object> values) throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var sheet = workbook.getSheet("主要经济指标");
            for (var row : sheet) {
                for (var cell : sheet.getRow(0)) {
                    var path = row.getCell(0).getStringCellValue() + "." + cell.getStringCellValue();
                    if (values.get(path) instanceof Number number) {
                        row.getCell(cell.getColumnIndex()).setCellValue(number.doubleValue());
                    }
                }
            }
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
