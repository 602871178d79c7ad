package cn.baosong.filing.seal.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.FileUpload;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.seal.LinkText;
import cn.baosong.filing.seal.Seal;
import cn.baosong.filing.seal.SealRequest;
import cn.baosong.filing.seal.Seals;
import cn.baosong.filing.seal.Sha256;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TakeoverFixture;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The receipt for whom it belongs to, and the verification for everybody. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SealViewsTest {

    private static final String COUNTY = "330203";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TakeoverFixture takeover;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Enterprise enterprise;
    private Seal seal;

    @BeforeEach
    void anEnterpriseHasFiled() {
        desks.holder(desks.haishu());
        enterprise = enterprise();
        seal = seal(enterprise, Map.of("secret", UUID.randomUUID().toString(), "revenue", 79310));
        jdbc.sql("DELETE FROM rate_limit WHERE id LIKE 'seal-verify:%'").update();
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void anybodyVerifiesAHashAndLearnsNothingElse() {
        UI.getCurrent().navigate("verify");
        var spoiled = " " + seal.contentHash().toUpperCase(Locale.ROOT).replaceAll("(.{16})", "$1 \n") + "\u00a0";
        ask(spoiled);
        assertThat(answer())
                .contains("内容与平台存证一致", "完整，共 1 环", "当日结束后公布")
                .doesNotContain(
                        enterprise.name(),
                        enterprise.code(),
                        "79310",
                        enterprise.id().toString());
        ask(seal.hash());
        assertThat(answer()).contains("这一环在平台存证");
        ask("0".repeat(64));
        assertThat(answer()).contains("没有这个哈希").doesNotContain("完整，共");
        UI.getCurrent().setLocale(Texts.ENGLISH);
        assertThat(answer()).contains("Nothing with this hash was sealed here");
        assertThat(_get(H1.class).getText()).isEqualTo("Verify a receipt");
    }

    @Test
    void theHashMayStandInTheAddress() {
        seal(enterprise, Map.of("revenue", 2));
        UI.getCurrent().navigate("verify/" + seal.hash());
        assertThat(answer()).contains("这一环在平台存证", "完整，共 2 环");
        assertThat(_get(TextField.class, spec -> spec.withId("hash")).getValue())
                .isEqualTo(seal.hash());
        UI.getCurrent().setLocale(Texts.ENGLISH);
        assertThat(answer()).contains("its chain is whole", "Whole, 2 links");
    }

    static List<String> noHashes() {
        return List.of(
                "",
                "   ",
                "abc",
                "g".repeat(64),
                "a".repeat(63),
                "a".repeat(65),
                "a".repeat(5_000),
                "a".repeat(64) + " ".repeat(5_000),
                "ａ".repeat(64),
                "<img src=x onerror=alert(1)>",
                "' OR 1=1 --",
                "\u0000".repeat(64),
                "{0}",
                "%s%n");
    }

    @ParameterizedTest
    @MethodSource("noHashes")
    void whatIsNoHashIsSaidToBeNone(String given) {
        UI.getCurrent().navigate("verify");
        ask(given);
        assertThat(answer()).contains("不是 SHA-256 哈希");
    }

    @Test
    void anAddressWithoutAHashIsAnsweredInThePage() {
        for (var given : List.of("x", "a".repeat(5_000), "<script>", "%00", seal.hash() + "0")) {
            UI.getCurrent()
                    .navigate("verify/" + java.net.URLEncoder.encode(given, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(answer()).as(given).contains("不是 SHA-256 哈希");
        }
    }

    @Test
    void aBrokenChainIsSaidToBeBroken() {
        jdbc.sql("UPDATE seal_head SET hash = repeat('a', 64) WHERE enterprise_id = :id")
                .param("id", enterprise.id())
                .update();
        UI.getCurrent().navigate("verify/" + seal.contentHash());
        assertThat(answer()).contains("已被改动", "第 1 环不符：链的末端不符").doesNotContain("内容与平台存证一致");
    }

    @Test
    void aFileIsKnownByItsBytes() {
        UI.getCurrent().navigate("verify");
        upload(seal.content());
        assertThat(answer()).contains("内容与平台存证一致");
        var changed = seal.content().clone();
        changed[changed.length - 3] ^= 1;
        upload(changed);
        assertThat(answer()).contains("没有这个哈希").contains(Sha256.of(changed));
        upload(new byte[0]);
        assertThat(answer()).contains("没有这个哈希");
        upload(new byte[2 * 1024 * 1024]);
        assertThat(answer()).as("the largest there may be").contains("没有这个哈希");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        UI.getCurrent().navigate("verify");
        upload(new byte[2 * 1024 * 1024 + 1]);
        assertThat(_get(FileUpload.class).getElement().getTextRecursively()).contains("filed.json", "不能超过 2 MB");
        assertThat(answer()).isEmpty();
    }

    @Test
    void whoeverAsksTooOftenWaits() {
        UI.getCurrent().navigate("verify");
        for (var asked = 0; asked < 60; asked++) {
            ask(seal.hash());
            assertThat(answer()).contains("这一环在平台存证");
        }
        for (var asked = 0; asked < 60 && !answer().contains("核验次数过多"); asked++) {
            ask(seal.hash());
        }
        assertThat(answer()).contains("核验次数过多").doesNotContain("这一环在平台存证");
        ask("no hash");
        assertThat(answer()).as("costs nothing").contains("不是 SHA-256 哈希");
    }

    @Test
    void theLoginPageLeadsThere() {
        UI.getCurrent().navigate("login");
        var link = _get(
                Anchor.class,
                spec -> spec.withPredicate(anchor -> anchor.getHref().equals("/verify")));
        assertThat(link.getText()).isEqualTo("存证核验");
    }

    @Test
    void theEnterpriseReadsItsReceipt() throws Exception {
        signIn(accounts.find(enterprise.account()).orElseThrow());
        UI.getCurrent().navigate(receipt(seal.subject(), "1"));
        assertThat(_get(DescriptionList.class).getElement().getTextRecursively())
                .contains(enterprise.name(), seal.contentHash(), seal.hash(), "/verify/" + seal.hash(), "系统自动提交");
        assertThat(_get(Pre.class, spec -> spec.withId("link")).getText()).isEqualTo(LinkText.of(seal));
        assertThat(Sha256.of(_get(Pre.class, spec -> spec.withId("link")).getText()))
                .isEqualTo(seal.hash());
        assertThat(Sha256.of(_download(_get(Anchor.class, spec -> spec.withId("download")))))
                .isEqualTo(seal.contentHash());
        assertThat(_get(Button.class, spec -> spec.withId("print")).getText()).isEqualTo("打印");

        UI.getCurrent().setLocale(Texts.ENGLISH);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(receipt(seal.subject(), "1"));
        assertThat(_get(DescriptionList.class).getElement().getTextRecursively())
                .contains("Hash of the content", "The platform, automatically");
    }

    @Test
    void nobodyElseDoes() {
        var neighbour = enterprise();
        for (var person : List.of(
                accounts.find(neighbour.account()).orElseThrow(),
                actors.account(Role.REVIEWER),
                desks.holder(desks.haishu()),
                actors.account(Role.APPLICANT),
                actors.account(Role.OPERATOR))) {
            signIn(person);
            opensNothing(receipt(seal.subject(), "1"));
        }
    }

    @Test
    void whatIsNoReceiptIsNoPage() {
        signIn(accounts.find(enterprise.account()).orElseThrow());
        var subject = seal.subject();
        for (var strange : List.of(
                receipt(subject, "2"),
                receipt(subject, "0"),
                receipt(subject, "-1"),
                receipt(subject, "01"),
                receipt(subject, "9999999999"),
                receipt(subject, "x".repeat(5_000)),
                receipt(UUID.randomUUID(), "1"),
                "receipt/" + subject.toString().toUpperCase(Locale.ROOT) + "/1",
                "receipt/<b>/1")) {
            opensNothing(strange);
        }
    }

    private static void opensNothing(String path) {
        try {
            UI.getCurrent().navigate(path);
        } catch (RuntimeException refused) {
            assertThat(refused).as(path).hasMessageNotContaining("NullPointer");
        }
        _assertNone(DescriptionList.class);
    }

    private static String receipt(UUID subject, String number) {
        return "receipt/" + subject + "/" + number;
    }

    private static void ask(String hash) {
        _setValue(_get(TextField.class, spec -> spec.withId("hash")), hash);
        _click(_get(Button.class, spec -> spec.withId("check")));
    }

    private static void upload(byte[] file) {
        _upload(_get(Upload.class), "filed.json", file);
        MockVaadin.clientRoundtrip();
    }

    private static String answer() {
        return _get(Div.class, spec -> spec.withId("answer")).getElement().getTextRecursively();
    }

    private Seal seal(Enterprise filer, Map<String, Object> content) {
        var subject = UUID.randomUUID();
        // The engine alone makes a step; this one stands in for it.
        var step = mock(Step.class);
        when(step.subject()).thenReturn(subject);
        return transaction.execute(status -> seals.seal(step, new SealRequest(subject, filer.id(), content, null)));
    }

    private Enterprise enterprise() {
        var row = TakeoverFixture.with(TakeoverFixture.row(COUNTY), TakeoverFixture.PHONE, Actors.freshPhone());
        takeover.taken(List.of(row));
        return enterprises.ofCode(row.get(TakeoverFixture.CODE)).orElseThrow();
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }
}
