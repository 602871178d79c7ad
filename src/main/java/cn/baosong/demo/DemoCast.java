package cn.baosong.demo;

import cn.baosong.account.DemoLogin;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Who plays in the demo world, and what each can do. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoCast {

    /** Known to everybody, and good for nothing outside this profile. */
    static final String PASSWORD = "Baosong#2026";

    @Bean
    List<DemoLogin> demoLogins() {
        return List.of(
                new DemoLogin(
                        "demoent01",
                        PASSWORD,
                        "企业：已登记，也可用信用代码登录",
                        "Enterprise: registered, logs in by its credit code too"),
                new DemoLogin("demoent03", PASSWORD, "企业：注册被退回，修改后再提交", "Enterprise: returned, correct and resubmit"),
                new DemoLogin("demoent04", PASSWORD, "企业：正在填写注册信息", "Enterprise: filling in"),
                new DemoLogin("demoent05", PASSWORD, "企业：刚注册账号，尚未填写", "Enterprise: new account"),
                new DemoLogin("haishu01", PASSWORD, "县级管理员（海曙区）：审核企业注册", "County (Haishu): review registrations"),
                new DemoLogin("yuhang01", PASSWORD, "县级管理员（余杭区）：审核企业注册", "County (Yuhang): review registrations"),
                new DemoLogin("ningbo01", PASSWORD, "计划单列市管理员（宁波）：设置下级岗位", "City reporting to the nation (Ningbo)"),
                new DemoLogin("zhejiang01", PASSWORD, "省级管理员（浙江）：设置下级岗位", "Province (Zhejiang)"),
                new DemoLogin("nation01", PASSWORD, "国家级管理员", "Nation"),
                new DemoLogin(
                        "operator01",
                        PASSWORD,
                        "平台运营：转入原平台企业、查看消息发送",
                        "Operator: takeover of the old platform, messages sent"),
                new DemoLogin("owner01", PASSWORD, "流程负责人：查看模型与版本", "Process owner: models and revisions"));
    }
}
