package cn.baosong.review.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.review.ReturnRequests;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Reviews;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectSources;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.ReviewProbe;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The pages of the review desk: an inbox for every kind, second lines, and requests to return. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReviewViewsTest {

    private static final String WHY = "从业人员数填错了";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private ReviewProbe probe;

    @Autowired
    private ReturnRequests requests;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private SubjectSources sources;

    @Autowired
    private Texts texts;

    private Account reviewer;
    private Subject subject;

    @BeforeEach
    void openBrowser() {
        reviewer = desks.holder(desks.yuhang());
        subject = probe.submitted("330110");
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private void signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    private void ask() {
        var enterprise = actors.account(Role.ENTERPRISE);
        actors.as(enterprise, () -> requests.ask(subject.id(), WHY));
    }

    private void search(String tab) {
        UI.getCurrent()
                .navigate(
                        "reviews/probe",
                        QueryParameters.simple(
                                tab.isEmpty()
                                        ? Map.of("q", subject.title())
                                        : Map.of("q", subject.title(), "tab", tab)));
    }

    private void openReview() {
        UI.getCurrent().navigate("reviews/probe/" + subject.id());
    }

    private static Component firstCell() {
        var grid = _get(Grid.class);
        assertThat(_size(grid)).isEqualTo(1);
        return (Component) _getCellComponent(grid, 0, "title");
    }

    @Test
    void anInboxOpensForTheKindsThatHaveASourceAndForNoOther() {
        signIn(reviewer);
        for (var kind : List.of("nothing", "REGISTRATION", "probe'")) {
            UI.getCurrent().navigate("reviews/" + kind);
            _assertNone(TextField.class, spec -> spec.withId("search"));
        }
        assertThat(sources.kinds()).contains("registration", "probe");
        for (var kind : sources.kinds()) {
            UI.getCurrent().navigate("reviews/" + kind);
            _get(TextField.class, spec -> spec.withId("search"));
        }
        signIn(actors.account(Role.ENTERPRISE));
        UI.getCurrent().navigate("reviews/registration");
        _assertNone(TextField.class, spec -> spec.withId("search"));
    }

    @Test
    void theNavigationHasALineForEachKindThatAsksForOne() {
        signIn(reviewer);
        UI.getCurrent().navigate("reviews/registration");
        assertThat(_find(RouterLink.class))
                .extracting(RouterLink::getHref)
                .contains("reviews/registration")
                .doesNotContain("reviews/probe");
        assertThat(sources.navigation()).containsEntry(300, "registration");
        for (var kind : sources.navigation().values()) {
            for (var locale : Texts.LOCALES) {
                assertThat(texts.get(locale, "review.kind." + kind))
                        .isNotBlank()
                        .doesNotContain("review.kind.");
            }
        }
    }

    @Test
    void theListsSayTheSecondLineAndWhatIsAskedFor() {
        signIn(reviewer);
        search("");
        assertThat(firstCell().getElement().getTextRecursively())
                .contains(subject.title(), "2026-10")
                .doesNotContain("请求退回");

        ask();
        search("");
        var badge = _get(firstCell(), StatusBadge.class);
        assertThat(badge.getText()).isEqualTo("请求退回");
        assertThat(badge.getTitle()).contains(WHY);

        var seen = record.waiting(subject.id()).orElseThrow();
        actors.as(reviewer, () -> reviews.accept(seen));
        signIn(reviewer);
        search("decided");
        assertThat(firstCell().getElement().getTextRecursively()).contains(subject.title(), "2026-10");
    }

    @Test
    void theMonthIsFoundByTheSearch() {
        actors.as(reviewer, () -> {
            assertThat(reviews.waiting(new ReviewFilter("probe", "2026-10"), 0, 10_000))
                    .extracting(item -> item.subject())
                    .contains(subject.id());
            assertThat(reviews.waiting(new ReviewFilter("probe", "2026-11"), 0, 10_000))
                    .isEmpty();
        });
    }

    @Test
    void whatTheEnterpriseAsksForIsReturnedWithItsReason() {
        signIn(reviewer);
        openReview();
        assertThat(_get(PageHeader.class).getElement().getTextRecursively()).contains(subject.title(), "2026-10");
        _assertNone(Button.class, spec -> spec.withId("return-requested"));

        ask();
        openReview();
        assertThat(_find(Callout.class))
                .extracting(said -> said.getElement().getTextRecursively())
                .anyMatch(said -> said.contains("企业请求退回：" + WHY));
        _click(_get(Button.class, spec -> spec.withId("return-requested")));
        var reason = _get(TextArea.class, spec -> spec.withId("reason"));
        assertThat(reason.getValue()).isEqualTo(WHY);
        assertThat(reason.getHelperText()).contains(Integer.toString(Reviews.REASON_LIMIT - WHY.length()));
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));

        assertThat(record.actions(subject.id())).singleElement().satisfies(action -> assertThat(action.reason())
                .isEqualTo(WHY));
        assertThat(requests.open(subject.id())).isEmpty();
    }

    @Test
    void theOrdinaryReturnStartsWithNoReason() {
        ask();
        signIn(reviewer);
        openReview();
        _click(_get(Button.class, spec -> spec.withId("return")));
        assertThat(_get(TextArea.class, spec -> spec.withId("reason")).getValue())
                .isEmpty();
    }
}
