package cn.baosong.deployment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.account.Account;
import cn.baosong.account.Activity;
import cn.baosong.account.MyActivity;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.deployment.AccessTokens;
import cn.baosong.testing.Actors;
import cn.baosong.testing.Drawn;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The pages 部署 and 访问令牌. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeploymentViewsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Actors actors;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private MyActivity activity;

    private Account owner;

    @BeforeEach
    void openBrowser() {
        owner = actors.account(Role.PROCESS_OWNER);
        Pages.open(context);
        Pages.signIn(new SignedIn(owner.id(), owner.loginName(), owner.phone(), owner.roles()));
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void filesGoOutTogetherAndStayChosenAfterARefusal() {
        var key = "page-" + UUID.randomUUID();
        UI.getCurrent().navigate(DeployView.class);
        upload(key + ".bpmn", model(key, "<bpmn:userTask id=\"task\" name=\"办理\" />"));
        upload("bad.bpmn", model(key + "-bad", "<bpmn:scriptTask id=\"task\" name=\"&lt;b>脚本&lt;/b>\" />"));
        _click(_get(Button.class, spec -> spec.withId("deploy")));

        var refusal = _get(Div.class, spec -> spec.withId("refusal"));
        var said = refusal.getElement().getTextRecursively();
        assertThat(said).contains("bad.bpmn", "<b>脚本</b> (task)", "模型不能含有脚本");
        assertThat(_get(UnorderedList.class, spec -> spec.withId("chosen")).getChildren())
                .hasSize(2);

        // The same name again is the same file, mended.
        upload("bad.bpmn", model(key + "-bad", "<bpmn:userTask id=\"task\" name=\"办理\" />"));
        _click(_get(Button.class, spec -> spec.withId("deploy")));
        assertThat(_get(UnorderedList.class, spec -> spec.withId("deployed")).getChildren())
                .hasSize(2);
        assertThat(_get(Div.class, spec -> spec.withId("hints")).getElement().getTextRecursively())
                .contains("bad.bpmn", "办理 (task)", "没有英文名称");
        assertThat(_find(Div.class, spec -> spec.withId("refusal"))).isEmpty();
        assertThat(_get(Button.class, spec -> spec.withId("deploy")).isEnabled())
                .isFalse();
    }

    @Test
    void theLinkLeadsToTheSchemeThatWasDeployed() {
        var key = "scheme-" + UUID.randomUUID();
        var settings = """
                <bpmn:extensionElements><camunda:properties><camunda:property name="scheme" value="%s" />
                </camunda:properties></bpmn:extensionElements><bpmn:startEvent""".formatted(key);
        UI.getCurrent().navigate(DeployView.class);
        upload(
                key + ".bpmn",
                model(key, "<bpmn:userTask id=\"task\" name=\"办理\" />").replaceFirst("<bpmn:startEvent", settings));
        _click(_get(Button.class, spec -> spec.withId("deploy")));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("/revisions/" + key);
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        UI.getCurrent().navigate(AccessTokensView.class);
        _click(_get(Button.class, spec -> spec.withId("token-make")));
        assertThat(actors.as(owner, () -> tokens.mine())).isEmpty();
        _setValue(_get(TextField.class, spec -> spec.withId("token-name")), "<i>电脑</i>");
        _click(_get(Button.class, spec -> spec.withId("token-make")));

        var secret = _get(TextField.class, spec -> spec.withId("token-secret")).getValue();
        assertThat(secret).startsWith("baosong_").hasSize(51);
        UI.getCurrent().navigate(DeployView.class);
        UI.getCurrent().navigate(AccessTokensView.class);
        assertThat(_find(TextField.class, spec -> spec.withId("token-secret"))).isEmpty();

        var token = actors.as(owner, () -> tokens.mine()).get(0);
        _click(_get(Button.class, spec -> spec.withId("revoke-" + token.id())));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(actors.as(owner, () -> tokens.mine()).get(0).revokedAt()).isNotNull();
        assertThat(_find(Button.class, spec -> spec.withId("revoke-" + token.id())))
                .isEmpty();
        assertThat(actors.as(owner, () -> activity.newest(0, 10)))
                .extracting(Activity::event, Activity::detail)
                .containsSubsequence(tuple("TOKEN_REVOKED", "<i>电脑</i>"), tuple("TOKEN_MADE", "<i>电脑</i>"));
    }

    private static void upload(String name, String content) {
        _upload(_get(Upload.class), name, content.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
    }

    private static String model(String key, String task) {
        return Drawn.complete("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://baosong.cn/test">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="started" />
                    <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, task));
    }
}
