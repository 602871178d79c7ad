package cn.baosong.deployment;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of deploying. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeploymentSettings.class)
class DeploymentConfiguration {}
