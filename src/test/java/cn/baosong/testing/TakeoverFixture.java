package cn.baosong.testing;

import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.excel.SheetColumn;
import cn.baosong.excel.SheetWriter;
import cn.baosong.registration.takeover.Takeovers;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Workbooks of the old platform for tests, and an operator who uploads them. */
@Component
public class TakeoverFixture {

    public static final String LOGIN_NAME = "用户 ID";
    public static final String PHONE = "登录手机号";
    public static final String NAME = "企业名称";
    public static final String CODE = "代码";
    public static final String INDUSTRY = "所属行业";
    public static final String REGION = "所在地区";
    public static final String EMAIL = "电子邮箱";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Actors actors;
    private final Takeovers takeovers;
    private final SheetWriter writer;
    private Account operator;

    TakeoverFixture(Actors actors, Takeovers takeovers, SheetWriter writer) {
        this.actors = actors;
        this.takeovers = takeovers;
        this.writer = writer;
    }

    public synchronized Account operator() {
        if (operator == null) {
            operator = actors.account(Role.OPERATOR);
        }
        return operator;
    }

    /** @return the least a row must have, by heading; an enterprise no other call has. No phone */
    public static Map<String, String> row(String region) {
        var values = RegistrationFixture.values(region);
        var row = new LinkedHashMap<String, String>();
        row.put(LOGIN_NAME, "old_%06d".formatted(NEXT.incrementAndGet()));
        row.put(NAME, (String) values.get("name"));
        row.put(CODE, (String) values.get("code"));
        row.put(INDUSTRY, (String) values.get("industry"));
        row.put(REGION, region);
        return row;
    }

    public static Map<String, String> with(Map<String, String> row, String heading, String text) {
        var changed = new LinkedHashMap<>(row);
        if (text == null) {
            changed.remove(heading);
        } else {
            changed.put(heading, text);
        }
        return changed;
    }

    /** @return a workbook with the headings the rows have among them; row 2 is the first */
    public byte[] workbook(List<Map<String, String>> rows) {
        var headings = new LinkedHashSet<>(List.of(LOGIN_NAME, NAME, CODE, INDUSTRY, REGION));
        rows.forEach(row -> headings.addAll(row.keySet()));
        var columns =
                headings.stream().map(title -> SheetColumn.text(title, title)).toList();
        var out = new ByteArrayOutputStream();
        try {
            writer.table(
                    "名单",
                    columns,
                    rows.stream()
                            .map(row -> headings.stream()
                                    .map(title -> row.getOrDefault(title, ""))
                                    .toList())
                            .iterator(),
                    out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    public UUID upload(List<Map<String, String>> rows) {
        var file = workbook(rows);
        return actors.as(operator(), () -> takeovers.upload("原平台名单.xlsx", new ByteArrayInputStream(file)));
    }

    public UploadedRun now(UUID run) {
        return actors.as(operator(), () -> takeovers.run(run)).orElseThrow();
    }

    /** Uploads, and waits until the process has gone through. */
    public UploadedRun taken(List<Map<String, String>> rows) {
        var run = upload(rows);
        await().atMost(Duration.ofMinutes(3)).until(() -> now(run).finished());
        return now(run);
    }

    public List<UploadedRow> rows(UploadedRun run) {
        return actors.as(operator(), () -> takeovers.rows(run.id(), null, 0, 10_000));
    }
}
