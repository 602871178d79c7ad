package cn.baosong.deployment;

import cn.baosong.account.AccountSettings.Limit;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits of the door {@code /engine-rest}.
 *
 * @param failuresPerAddress wrong access tokens from one network address
 */
@ConfigurationProperties("baosong.deployment")
public record DeploymentSettings(List<Limit> failuresPerAddress) {

    public DeploymentSettings {
        failuresPerAddress = List.copyOf(failuresPerAddress);
    }
}
