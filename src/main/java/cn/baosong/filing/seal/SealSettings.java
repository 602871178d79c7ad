package cn.baosong.filing.seal;

import cn.baosong.account.AccountSettings.Limit;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code baosong.seal.*} of the public verification page.
 *
 * @param verificationsPerAddress how often one network address may ask, files of heads included
 * @param maxFileSize largest file that is hashed
 */
@ConfigurationProperties("baosong.seal")
public record SealSettings(
        List<Limit> verificationsPerAddress,
        @DefaultValue("2MB") DataSize maxFileSize) {

    public SealSettings {
        verificationsPerAddress = List.copyOf(verificationsPerAddress);
    }
}
