package cn.baosong.filing;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Callout;
import cn.baosong.filing.ui.FindingsCard;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** A reviewer judges an explanation; the enterprise sees it. */
class ExplanationVerdictsTest extends FilingScenario {

    private static final String RULE = "growth-revenue";
    private static final String WHY = "上年同期停产检修";

    @Autowired
    private ExplanationVerdicts verdicts;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private ApplicationContext context;

    private Account account;
    private Account reviewer;
    private Filing filing;

    @BeforeEach
    void aReportWithAnExplanation() {
        account = fixture.enterprise();
        reviewer = desks.holder(desks.yuhang());
        filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.lastYearCumulative", "1"));
        explain(WHY);
        assertThat(submit(account, filing).passed()).isTrue();
    }

    private void explain(String text) {
        actors.as(account, () -> filings.explain(filing.id(), RULE, text));
    }

    private void accept(Account by) {
        judge(by, true, null);
    }

    private void judge(Account by, boolean good, String word) {
        actors.as(by, () -> verdicts.judge(filing.id(), RULE, WHY, good, word));
    }

    private List<FilingFinding> seenByTheReviewer() {
        return actors.as(reviewer, () -> verdicts.findings(filing.id()));
    }

    private List<FilingFinding> seenByTheEnterprise() {
        return actors.as(account, () -> filings.check(filing.id(), Mode.SUBMIT)).findings();
    }

    @Test
    void whereItWaitsAnExplanationCanBeAccepted() {
        assertThat(seenByTheReviewer()).extracting(FilingFinding::accepted).containsExactly(false);
        accept(reviewer);
        accept(reviewer);
        assertThat(seenByTheReviewer()).extracting(FilingFinding::accepted).containsExactly(true);
        assertThat(seenByTheEnterprise()).extracting(FilingFinding::accepted).containsExactly(true);
        assertThat(status(filing)).as("a mark is no review").isEqualTo(FilingStatus.UNDER_REVIEW);
    }

    /** It keeps nobody from accepting, but he is asked once more, and a preview of many counts it. */
    @Test
    void whatWasNotAcceptedIsSaidBeforeTheReportIs() {
        var item = actors.as(reviewer, () -> reviews.waitingFor(filing.id())).orElseThrow();
        assertThat(actors.as(reviewer, () -> reviews.objections(item))).isZero();
        judge(reviewer, false, "请附检修记录");
        assertThat(actors.as(reviewer, () -> reviews.objections(item))).isOne();
        assertThat(actors.as(desks.holder(desks.haishu()), () -> reviews.objections(item)))
                .as("to a stranger")
                .isZero();
        var list = InboxAddress.of(ReviewFilter.all(FilingSubjects.KIND));
        assertThat(objected(BulkAction.ACCEPT, list, item)).isOne();
        assertThat(objected(BulkAction.RETURN, list, item)).isZero();

        Pages.open(context);
        try {
            Pages.signIn(new SignedIn(reviewer.id(), reviewer.loginName(), reviewer.phone(), Set.of(Role.REVIEWER)));
            UI.getCurrent().navigate("reviews/filing/" + filing.id());
            _click(_get(Button.class, spec -> spec.withId("accept")));
            assertThat(waitsAt(filing))
                    .as("asked first")
                    .isEqualTo(desks.yuhang().id());
            ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        } finally {
            Pages.close();
        }
        assertThat(waitsAt(filing)).isEqualTo(desks.hangzhou().id());
    }

    private int objected(BulkAction action, InboxAddress list, ReviewItem item) {
        return actors.as(reviewer, () -> bulk.preview(bulk.prepare(action, list, Set.of(item.id())))
                .objected());
    }

    @Test
    void whoHoldsItMayJudgeOtherwiseAndTheEnterpriseReadsWhy() {
        judge(reviewer, true, " ");
        fixture.acceptAt(desks.yuhang(), filing);
        judge(desks.holder(desks.hangzhou()), false, "请附检修记录");
        assertThat(seenByTheReviewer()).singleElement().satisfies(finding -> {
            assertThat(finding.accepted()).isFalse();
            assertThat(finding.refused()).isTrue();
            assertThat(finding.verdict().desk()).isEqualTo(desks.hangzhou().name());
        });
        fixture.returnAt(desks.hangzhou(), filing, "请补充说明");
        assertThat(seenByTheEnterprise()).singleElement().satisfies(finding -> {
            assertThat(finding.refused()).isTrue();
            assertThat(finding.verdict().word()).isEqualTo("请附检修记录");
        });
        Pages.open(context);
        try {
            Pages.signIn(new SignedIn(account.id(), account.loginName(), account.phone(), Set.of(Role.ENTERPRISE)));
            UI.getCurrent().navigate("reports/" + MONTH + "/view");
            assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                            .map(target -> target.getElement().getTextRecursively())
                            .collect(Collectors.joining(" ")))
                    .contains("不认可", "请附检修记录", desks.hangzhou().name());
            UI.getCurrent().navigate("reports/" + MONTH);
            assertThat(_get(Callout.class, spec -> spec.withId("explanations-refused"))
                            .getElement()
                            .getTextRecursively())
                    .contains("1 条");
        } finally {
            Pages.close();
        }
    }

    @Test
    void aChangedExplanationHasToBeAcceptedAnew() {
        accept(reviewer);
        fixture.returnAt(desks.yuhang(), filing, "请补充说明");
        assertThat(seenByTheEnterprise()).extracting(FilingFinding::accepted).containsExactly(true);
        explain("上年同期停产检修两个月");
        assertThat(seenByTheEnterprise()).extracting(FilingFinding::accepted).containsExactly(false);
        assertThat(seenByTheReviewer())
                .as("what was submitted has another text")
                .extracting(FilingFinding::accepted)
                .containsExactly(false);
    }

    @Test
    void nobodyElseAcceptsIt() {
        for (var other : List.of(desks.hangzhou(), desks.nation(), desks.haishu())) {
            assertProblem("review.error.not-yours", () -> accept(desks.holder(other)));
        }
        assertThatThrownBy(() -> accept(account)).isInstanceOf(AccessDeniedException.class);
        for (var id : List.of(filing.id(), UUID.randomUUID())) {
            assertProblem(
                    "filing.error.not-found",
                    () -> actors.as(desks.holder(desks.haishu()), () -> verdicts.findings(id)));
        }
        assertThat(seenByTheReviewer()).extracting(FilingFinding::accepted).containsExactly(false);
    }

    @Test
    void onlyWhileItWaits() {
        fixture.acceptAt(desks.yuhang(), filing);
        assertProblem("review.error.not-yours", () -> accept(reviewer));
        accept(desks.holder(desks.hangzhou()));
        actors.as(desks.holder(desks.hangzhou()), () -> reviews.sendBack("filing", filing.id(), "请核对"));
        assertProblem("review.error.not-yours", () -> accept(desks.holder(desks.hangzhou())));
    }

    @Test
    void onlyWhatWasExplained() {
        assertProblem(
                "filing.error.explanation.none",
                () -> actors.as(reviewer, () -> verdicts.judge(filing.id(), "growth-employees", WHY, true, null)));
        assertProblem(
                "review.error.not-yours",
                () -> actors.as(reviewer, () -> verdicts.judge(UUID.randomUUID(), RULE, WHY, true, null)));
        assertProblem(
                "filing.error.explanation.changed",
                () -> actors.as(reviewer, () -> verdicts.judge(filing.id(), RULE, "别的说明", true, null)));
        assertProblem("filing.error.explanation.word", () -> judge(reviewer, false, "长".repeat(151)));
    }

    @Test
    void thePageOfTheReviewShowsItWithAChoiceAndAMark() {
        Pages.open(context);
        try {
            openThePage();
            _get(TextField.class, spec -> spec.withId("word-" + RULE)).setValue("请写明停产天数");
            _click(_get(Button.class, spec -> spec.withId("refuse-explanation-" + RULE)));
            assertThat(findings()).contains(WHY, "不认可 " + desks.yuhang().name(), "请写明停产天数");
            _click(_get(Button.class, spec -> spec.withId("accept-explanation-" + RULE)));
            assertThat(seenByTheReviewer()).singleElement().satisfies(finding -> {
                assertThat(finding.accepted()).isTrue();
                assertThat(finding.verdict().word()).isEqualTo("请写明停产天数");
            });
        } finally {
            Pages.close();
        }
    }

    @Test
    void whoHasPassedItOnSeesNoChoice() {
        fixture.acceptAt(desks.yuhang(), filing);
        Pages.open(context);
        try {
            openThePage();
            assertThat(findings()).contains(WHY);
            assertThat(_find(Button.class, spec -> spec.withId("accept-explanation-" + RULE)))
                    .isEmpty();
        } finally {
            Pages.close();
        }
    }

    private static String findings() {
        return _get(FindingsCard.class).getElement().getTextRecursively();
    }

    private void openThePage() {
        Pages.signIn(new SignedIn(reviewer.id(), reviewer.loginName(), reviewer.phone(), Set.of(Role.REVIEWER)));
        UI.getCurrent().navigate("reviews/filing/" + filing.id());
    }
}
