package cn.baosong.demo;

import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.excel.SheetColumn;
import cn.baosong.excel.SheetWriter;
import cn.baosong.registration.takeover.Takeovers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The workbook with the enterprises of an old platform: some with a phone, some without, and one that is wrong. */
@Component
@Profile("demo")
class DemoOldPlatform {

    private static final String HAISHU = "浙江省→宁波市→海曙区";

    private final Takeovers takeovers;
    private final SheetWriter writer;

    DemoOldPlatform(Takeovers takeovers, SheetWriter writer) {
        this.takeovers = takeovers;
        this.writer = writer;
    }

    /** As the operator who uploads it; the process takes it over by itself. */
    void upload() {
        takeovers.upload("原平台企业.xlsx", new ByteArrayInputStream(workbook()));
    }

    private byte[] workbook() {
        var columns = Stream.of("用户 ID", "登录手机号", "企业名称", "代码", "所属行业", "所在地区", "上年末从业人数")
                .map(title -> SheetColumn.text(title, title))
                .toList();
        var rows = List.of(
                List.of("old10001", "", "宁波海曙老厂纺织有限公司", code(10001), "1711", HAISHU, "120"),
                List.of("old10002", "", "宁波海曙月湖茶业有限公司", code(10002), "1530", HAISHU, ""),
                List.of("old10003", "10000010003", "宁波海曙天一灯具有限公司", code(10003), "3872", HAISHU, "64"),
                List.of("old10004", "", "宁波海曙西门五金有限公司", code(10001), "3324", HAISHU, ""));
        var out = new ByteArrayOutputStream();
        try {
            writer.table("原平台企业", columns, rows.iterator(), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** A credit code with right check characters whose body belongs to nobody. */
    private static String code(int number) {
        var organization = "PDY%05d".formatted(number);
        var body = "91330203" + organization + OrganizationCode.checkCharacter(organization);
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }
}
