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
                        "企业：已登记，月报正在填写；也可用信用代码登录",
                        "Enterprise: registered, fills in its report; logs in by its credit code too"),
                new DemoLogin("demoent03", PASSWORD, "企业：注册被退回，修改后再提交", "Enterprise: returned, correct and resubmit"),
                new DemoLogin("demoent04", PASSWORD, "企业：正在填写注册信息", "Enterprise: filling in"),
                new DemoLogin("demoent05", PASSWORD, "企业：刚注册账号，尚未填写", "Enterprise: new account"),
                new DemoLogin(
                        "demoent06", PASSWORD, "企业：月报在县级待审核，可撤销", "Enterprise: report at the county, may be withdrawn"),
                new DemoLogin(
                        "demoent07", PASSWORD, "企业：月报被退回，修改后再上报", "Enterprise: report returned, correct and resubmit"),
                new DemoLogin("demoent10", PASSWORD, "企业：更名，月报冻结待审核", "Enterprise: new name, report frozen"),
                new DemoLogin("demoent13", PASSWORD, "企业：月报已到上级待审核", "Enterprise: report at the desk above the county"),
                new DemoLogin("demoent14", PASSWORD, "企业：本月月报尚未填报", "Enterprise: this month's report not begun"),
                new DemoLogin("haishu01", PASSWORD, "县级管理员（海曙区）：审核注册和月报", "County (Haishu): registrations and reports"),
                new DemoLogin("yuhang01", PASSWORD, "县级管理员（余杭区）：审核注册和月报", "County (Yuhang): registrations and reports"),
                new DemoLogin(
                        "ningbo01",
                        PASSWORD,
                        "计划单列市管理员（宁波）、高级管理员：审核月报和信息变更",
                        "City reporting to the nation (Ningbo), senior: reports, changes of key information"),
                new DemoLogin(
                        "zhejiang01",
                        PASSWORD,
                        "省级管理员（浙江）、高级管理员：审核月报和信息变更",
                        "Province (Zhejiang), senior: reports, changes of key information"),
                new DemoLogin("nation01", PASSWORD, "国家级管理员：月报终审", "Nation: last review of reports"),
                new DemoLogin(
                        "operator01",
                        PASSWORD,
                        "平台运营：转入原平台企业、查看消息发送",
                        "Operator: takeover of the old platform, messages sent"),
                new DemoLogin("owner01", PASSWORD, "流程负责人：查看模型与版本", "Process owner: models and revisions"));
    }
}
