package cn.baosong.messaging.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import cn.baosong.messaging.OutboxItem;
import cn.baosong.messaging.OutboxStatus;
import cn.baosong.testing.Actors;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TestPhone;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutboxViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Actors actors;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String phone = TestPhone.fresh();

    @BeforeEach
    void open() {
        Pages.open(context);
    }

    @AfterEach
    void close() {
        Pages.close();
    }

    @Test
    void anOperatorSeesWhatWasGivenUpAndSendsItAgain() {
        var id = givenUp(false);
        as(actors.account(Role.OPERATOR));
        open("FAILED", phone);

        var grid = grid();
        assertThat(GridKt._size(grid)).isEqualTo(1);
        assertThat(GridKt._get(grid, 0).recipient()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(button("resend-ticked").isEnabled()).isFalse();
        grid.select(GridKt._get(grid, 0));
        _click(button("resend-ticked"));

        assertThat(status(id)).isEqualTo("QUEUED");
        assertThat(_find(EmptyState.class)).as("nothing is given up any more").hasSize(1);
        _setValue(_get(select(), spec -> spec.withId("status")), OutboxStatus.QUEUED);
        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void allThatWasGivenUpIsSentAgainAfterAQuestion() {
        var id = givenUp(false);
        as(actors.account(Role.OPERATOR));
        UI.getCurrent().navigate("messages/outbox");
        _click(button("resend-all"));
        assertThat(status(id)).isEqualTo("FAILED");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(status(id)).isEqualTo("QUEUED");
    }

    @Test
    void aCodeThatIsGoneCannotBeTicked() {
        givenUp(true);
        as(actors.account(Role.OPERATOR));
        open("", phone);
        assertThat(GridKt._get(grid(), 0).resendable()).isFalse();
    }

    @Test
    void aFilterThatFindsNothingSaysSo() {
        as(actors.account(Role.OPERATOR));
        open("NONSENSE", "%");
        assertThat(_find(EmptyState.class)).hasSize(1);
        _setValue(_get(TextField.class, spec -> spec.withId("recipient")), phone + "x".repeat(300));
        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void nobodyElseOpensThePage() {
        for (var role : new Role[] {Role.APPLICANT, Role.ENTERPRISE, Role.REVIEWER, Role.PROCESS_OWNER}) {
            as(actors.account(role));
            try {
                UI.getCurrent().navigate("messages/outbox");
            } catch (RuntimeException refusal) {
                assertThat(refusal).hasMessageContaining("denied");
            }
            assertThat(_find(OutboxView.class)).isEmpty();
        }
    }

    private static void open(String status, String recipient) {
        UI.getCurrent().navigate("messages/outbox", QueryParameters.simple(Map.of("status", status, "q", recipient)));
    }

    private UUID givenUp(boolean urgent) {
        var message = urgent
                ? Message.urgentSms(phone, "code-login", Texts.CHINESE, "123456", "5")
                : Message.sms(phone, "registration-approved", Texts.CHINESE, "海曙精工");
        var id = new TransactionTemplate(transactions).execute(status -> outbox.send(message));
        jdbc.sql("UPDATE outbox_message SET status = 'FAILED', body = CASE WHEN urgent THEN NULL ELSE body END"
                        + " WHERE id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private String status(UUID id) {
        return jdbc.sql("SELECT status FROM outbox_message WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static void as(Account account) {
        Pages.signIn(new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    @SuppressWarnings("unchecked")
    private static Grid<OutboxItem> grid() {
        return _get(Grid.class, spec -> spec.withId("messages"));
    }

    @SuppressWarnings("unchecked")
    private static Class<Select<OutboxStatus>> select() {
        return (Class<Select<OutboxStatus>>) (Class<?>) Select.class;
    }
}
