package cn.baosong.deployment;

import cn.baosong.account.AccountSettings.Limit;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of deploying, in the workbench and through the door {@code /engine-rest}.
 *
 * @param failuresPerAddress wrong access tokens from one network address
 * @param maxRequestSize largest deployment from Camunda Modeler
 * @param tokensPerOwner access tokens a process owner may have in force
 * @param longestTokenDays days a token may hold at most
 * @param usualTokenDays days offered for a new one
 * @param findingsShown findings and hints listed of one deployment; whoever has more mends these first
 */
@ConfigurationProperties("baosong.deployment")
public record DeploymentSettings(
        List<Limit> failuresPerAddress,
        @DefaultValue("20MB") DataSize maxRequestSize,
        @DefaultValue("20") int tokensPerOwner,
        @DefaultValue("365") int longestTokenDays,
        @DefaultValue("90") int usualTokenDays,
        @DefaultValue("100") int findingsShown) {

    public DeploymentSettings {
        failuresPerAddress = List.copyOf(failuresPerAddress);
        usualTokenDays = Math.min(usualTokenDays, longestTokenDays);
    }
}
