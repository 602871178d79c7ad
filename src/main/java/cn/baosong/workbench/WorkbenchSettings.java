package cn.baosong.workbench;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the workbench.
 *
 * @param instancesPerMigration instances moved by one order; another order moves the next ones
 */
@ConfigurationProperties("baosong.workbench")
public record WorkbenchSettings(@DefaultValue("200") int instancesPerMigration) {}
