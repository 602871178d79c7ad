package cn.baosong.review.bulk;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Problem;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Subject;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.ReviewProbe;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The pages of bulk review, and the buttons that lead to them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkViewsTest {

    private static final String INBOX = "reviews/" + ProbeSubjects.KIND;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture fixture;

    @Autowired
    private Desks desks;

    @Autowired
    private ReviewProbe probe;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private BulkExport export;

    private Desk city;
    private Account reviewer;
    private List<Subject> waiting;

    @BeforeEach
    void openBrowser() {
        var province = fixture.under(fixture.nation(), DeskLevel.PROVINCE, "51");
        city = fixture.under(province, DeskLevel.CITY, fixture.freshCounty("51"));
        reviewer = fixture.holder(city);
        waiting = List.of(probe.submitted(city.region()), probe.submitted(city.region()));
        Pages.open(context);
        signIn(reviewer);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    private UUID prepared(BulkAction action) {
        var ids = waiting.stream()
                .map(subject -> record.waiting(subject.id()).orElseThrow().id())
                .toList();
        return actors.as(
                reviewer, () -> bulk.prepare(action, InboxAddress.of(ReviewFilter.all(ProbeSubjects.KIND)), ids));
    }

    private static <T extends Component> T byId(Class<T> type, String id) {
        return _get(type, spec -> spec.withId(id));
    }

    private static void open(UUID operation) {
        UI.getCurrent().navigate("reviews/bulk/" + operation);
    }

    @Test
    void theBarOfTheInboxOffersWhatTheDeskMayDo() {
        UI.getCurrent().navigate(INBOX);
        assertThat(byId(Button.class, "bulk-ACCEPT").isEnabled()).isFalse();
        assertThat(byId(Button.class, "bulk-ACCEPT").getText()).startsWith("接收所选");
        assertThat(actors.as(reviewer, () -> bulk.word(BulkAction.ACCEPT, "registration")))
                .as("a registration is approved (REG-38)")
                .isEqualTo("APPROVE");
        _assertNone(Button.class, spec -> spec.withId("bulk-ONE_CLICK"));
        _assertNone(Button.class, spec -> spec.withId("bulk-SKIP_LEVEL"));

        _setValue(byId(Checkbox.class, "tick-everything"), true);
        _click(byId(Button.class, "bulk-ACCEPT"));
        assertThat(_size(byId(Grid.class, "bulk-items"))).isEqualTo(2);

        signIn(fixture.holder(fixture.under(fixture.nation(), DeskLevel.PROVINCE, "51")));
        UI.getCurrent().navigate("desks");
        _setValue(byId(Checkbox.class, "grant-ONE_CLICK-" + city.id()), true);
        _assertNone(Checkbox.class, spec -> spec.withId("grant-SKIP_LEVEL-" + city.id()));
        assertThat(desks.find(city.id()).orElseThrow().grants()).containsExactly(Desk.ONE_CLICK);
        signIn(reviewer);
        UI.getCurrent().navigate(INBOX);
        assertThat(byId(Button.class, "bulk-ONE_CLICK").isEnabled())
                .as("nothing came from below")
                .isFalse();
    }

    @Test
    void aReturnAsksForItsReasonIsConfirmedAndCancelled() {
        var id = prepared(BulkAction.RETURN);
        open(id);
        assertThat(byId(UnorderedList.class, "set").getElement().getTextRecursively())
                .contains(city.name());
        _click(byId(Button.class, "confirm"));
        assertThat(byId(TextArea.class, "reason").isInvalid()).isTrue();
        _setValue(byId(TextArea.class, "reason"), "请核对");
        _click(byId(Button.class, "confirm"));
        assertThat(actors.as(reviewer, () -> bulk.find(id)).orElseThrow().state())
                .isEqualTo(BulkState.WINDOW);

        UI.getCurrent().navigate("reviews/bulk");
        assertThat(_size(byId(Grid.class, "operations"))).isEqualTo(1);
        open(id);
        _click(byId(Button.class, "cancel"));
        assertThat(byId(Div.class, "count-DONE").getElement().getTextRecursively())
                .contains("0");
        assertThat(_find(Button.class, spec -> spec.withId("cancel"))).isEmpty();
        assertThat(waiting)
                .allSatisfy(subject -> assertThat(probe.waitsAt(subject)).isEqualTo(city.id()));
    }

    @Test
    void anOperationOfOtherDesksIsNotThere() {
        var id = prepared(BulkAction.ACCEPT);
        signIn(fixture.holder(fixture.yuhang()));
        open(id);
        _assertNone(Button.class, spec -> spec.withId("confirm"));
        for (var none : Set.of("no-id", UUID.randomUUID().toString())) {
            UI.getCurrent().navigate("reviews/bulk/" + none);
            _assertNone(Button.class, spec -> spec.withId("confirm"));
        }
        for (var foreign : List.of(id, UUID.randomUUID())) {
            assertThatThrownBy(() -> actors.as(fixture.holder(fixture.yuhang()), () -> {
                        try {
                            export.write(foreign, Locale.CHINESE, new ByteArrayOutputStream());
                        } catch (java.io.IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                        }
                    }))
                    .isInstanceOfSatisfying(
                            Problem.class, told -> assertThat(told.key()).isEqualTo("review.bulk.error.unknown"));
        }
    }

    @Test
    void theRecordIsExported() throws Exception {
        var id = prepared(BulkAction.ACCEPT);
        var out = new ByteArrayOutputStream();
        actors.as(reviewer, () -> {
            try {
                export.write(id, Locale.CHINESE, out);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        try (var book =
                new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isIn(waiting.stream().map(Subject::title).toList());
        }
    }
}
