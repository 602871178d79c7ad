package cn.baosong.demo;

import cn.baosong.notice.Audience;
import cn.baosong.notice.NoticeContent;
import cn.baosong.notice.NoticeDesk;
import cn.baosong.notice.NoticeKind;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the nation, Ningbo and Zhejiang have to say to those who file. */
@Component
@Profile("demo")
class DemoNotices {

    private final NoticeDesk desk;
    private final Stage stage;

    DemoNotices(NoticeDesk desk, Stage stage) {
        this.desk = desk;
        this.stage = stage;
    }

    void publish() {
        publish("nation01", null, NoticeKind.ANNOUNCEMENT, EnumSet.allOf(Audience.class), true, "关于做好企业信息登记工作的通知", """
                各有关企业、各级管理员：

                请登记信息有变化的企业及时核对**基本信息**。办理中请注意：

                - 企业名称、机构代码以营业执照为准；
                - 联系人手机号用于接收验证码和办理进度；
                - 被退回的，请按退回原因修改后重新提交。

                登录遇到问题，请拨打登录页上的咨询电话。
                """);
        publish(
                "ningbo01",
                "3302",
                NoticeKind.ANNOUNCEMENT,
                Set.of(Audience.ENTERPRISE, Audience.COUNTY),
                false,
                "宁波市企业登记审核时间安排",
                """
                我市企业登记由所在区（县、市）经信局审核，一般在提交后 **3 个工作日**内办结。

                办理结果会发送到右上角的“我的消息”和登记的手机。
                """);
        publish("zhejiang01", "33", NoticeKind.NEWS, EnumSet.allOf(Audience.class), false, "原平台企业开始转入本平台", """
                浙江省内原平台企业正在分批转入，企业的用户 ID 保持不变。

                1. 留有手机号的企业，在登录页点“忘记密码”设置新密码；
                2. 没有手机号的企业，向直接审核的管理员领取激活码。
                """);
    }

    private void publish(
            String login,
            String region,
            NoticeKind kind,
            Set<Audience> audience,
            boolean pinned,
            String title,
            String body) {
        stage.as(
                login,
                () -> desk.publish(
                        desk.desks().get(0).id(),
                        new NoticeContent(kind, title, body, audience, region, pinned, null)));
    }
}
