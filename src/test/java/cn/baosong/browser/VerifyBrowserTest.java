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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.liquibase.user}")
    private String owner;

    @Value("${spring.liquibase.password}")
    private String ownersPassword;

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
        rootOf(today, "e".repeat(64), () -> verify(file, seal, today));
    }

    private void verify(byte[] file, Seal seal, LocalDate today) {
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

    /**
     * The root of a day that is not over yet, while {@code seen} runs. Nothing is sealed into a day whose root is out, so the
     * other tests of this application would seal tomorrow if it stayed; the owner alone can take it back.
     */
    private void rootOf(LocalDate day, String root, Runnable seen) {
        jdbc.sql("INSERT INTO daily_root VALUES (:day, :root, 1, now())")
                .param("day", day)
                .param("root", root)
                .update();
        try {
            seen.run();
        } finally {
            var tables = JdbcClient.create(new DriverManagerDataSource(url, owner, ownersPassword));
            tables.sql("ALTER TABLE daily_root DISABLE TRIGGER USER").update();
            tables.sql("DELETE FROM daily_root WHERE day = :day")
                    .param("day", day)
                    .update();
            tables.sql("ALTER TABLE daily_root ENABLE TRIGGER USER").update();
        }
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
