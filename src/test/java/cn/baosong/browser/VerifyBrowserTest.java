package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.baosong.account.Accounts;
import cn.baosong.common.PlatformTime;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.seal.Seal;
import cn.baosong.filing.seal.SealRequest;
import cn.baosong.filing.seal.Seals;
import cn.baosong.filing.seal.Sha256;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a stranger and the enterprise do with a receipt in a real browser: files up and down, printing. */
class VerifyBrowserTest extends BrowserTest {

    @Autowired
    private Seals seals;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    @DisplayName(
            "the enterprise prints and downloads its receipt, a stranger verifies the file and the root of the day")
    void receiptAndVerification() {
        var seal = seal("demoent01");
        var mine = loggedIn("demoent01", "/receipt/" + seal.subject() + "/1");
        mine.page().evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
        mine.click("print");
        assertThat(mine.page().evaluate("document.body.dataset.printed")).isEqualTo("yes");
        mine.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(mine.at("print").isVisible()).isFalse();
        assertThat(mine.at("content-hash").isVisible()).isTrue();
        mine.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        var file = bytes(mine.page().waitForDownload(() -> mine.click("download")));
        assertThat(Sha256.of(file)).isEqualTo(seal.contentHash());

        var today = seal.sealedAt().atZone(PlatformTime.ZONE).toLocalDate();
        jdbc.sql("INSERT INTO daily_root VALUES (:day, :root, 1, now())")
                .param("day", today)
                .param("root", "e".repeat(64))
                .update();
        var stranger = visitor().open("/verify");
        stranger.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("filed.json", "application/json", file));
        stranger.showsAt("answer", say("filing.verify.known.content"));
        stranger.showsAt("answer", today + " " + "e".repeat(64));
        var heads = bytes(stranger.page().waitForDownload(() -> stranger.click("heads-" + today)));
        assertThat(new String(heads, StandardCharsets.US_ASCII).lines())
                .containsOnlyOnce(seal.enterprise() + " " + seal.sequence() + " " + seal.hash());
        stranger.go("/verify/" + seal.hash()).showsAt("answer", say("filing.verify.known.link"));
    }

    private static byte[] bytes(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Seal seal(String loginName) {
        var account = accounts.findByLoginName(loginName).orElseThrow();
        var enterprise = enterprises.ofAccount(account.id()).orElseThrow();
        var subject = UUID.randomUUID();
        // The engine alone makes a step; this one stands in for it.
        var step = mock(Step.class);
        when(step.subject()).thenReturn(subject);
        return transaction.execute(status ->
                seals.seal(step, new SealRequest(subject, enterprise.id(), Map.of("revenue", 79310), account.id())));
    }
}
