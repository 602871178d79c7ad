package cn.baosong.review.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
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
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.review.Decision;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Reviews;
import cn.baosong.review.SavedFilters;
import cn.baosong.review.Screening;
import cn.baosong.review.Subject;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.InboxFixture;
import cn.baosong.testing.InboxFixture.Row;
import cn.baosong.testing.Pages;
import cn.baosong.testing.ReviewProbe;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of the inbox: what its address asks for, what its keys do, and the way through its reviews. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InboxViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private InboxFixture rows;

    @Autowired
    private ReviewProbe probe;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Reviews reviews;

    @Autowired
    private SavedFilters saved;

    @Autowired
    private CodeLists codes;

    @Autowired
    private When when;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Desk county;
    private Account holder;

    @BeforeEach
    void openBrowser() {
        county = desks.under(desks.zhejiang(), DeskLevel.COUNTY, "330402");
        holder = desks.holder(county);
        Pages.open(context);
        var now = accounts.find(holder.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
        rows.clear();
        actors.as(holder, () -> {
            for (var item : reviews.waiting(ReviewFilter.all("probe"), 0, 100)) {
                reviews.accept(item);
            }
        });
    }

    private static void go(String path, Map<String, String> parameters) {
        UI.getCurrent().navigate(path, QueryParameters.simple(parameters));
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @SuppressWarnings("unchecked")
    private static Grid<ReviewItem> grid() {
        return _get(Grid.class);
    }

    private static List<String> titles() {
        var grid = grid();
        return IntStream.range(0, _size(grid))
                .mapToObj(row -> GridKt._get(grid, row).title())
                .toList();
    }

    private static String cell(int row, String column) {
        return ((Component) _getCellComponent(grid(), row, column)).getElement().getTextRecursively();
    }

    private void reports() {
        rows.put(new Row(county, "filing", "海盐精工")
                .userId("hy_jg")
                .region("33/3304/330402")
                .period("2026-10")
                .screening(Screening.NOT_PASSED, 3)
                .figure("230118", "214.70")
                .due("2026-11-01T00:00:00Z")
                .direct(county));
        rows.put(new Row(county, "filing", "海宁皮革")
                .userId("hn_pg")
                .region("33/3304/330402")
                .period("2026-10")
                .screening(Screening.NOT_PASSED, 1)
                .figure("12405", "-3.02")
                .direct(desks.zhejiang()));
        rows.put(new Row(county, "filing", "嘉兴食品")
                .userId("jx_sp")
                .region("33/3304/330402")
                .period("2026-09")
                .screening(Screening.PASSED, 0)
                .figure("4260", null)
                .direct(county));
    }

    @Test
    void thePageShowsWhatItsAddressAsksForInItsOrder() {
        reports();
        go("reviews/filing", Map.of("screening", "NOT_PASSED", "sort", "-figure"));
        assertThat(titles()).containsExactly("海盐精工", "海宁皮革");
        assertThat(_get(PageHeader.class).getElement().getTextRecursively()).contains("3 件", "直接 2", "下级已接收 1", "超期 1");
        assertThat(_get(InboxTiles.class).getElement().getTextRecursively()).contains("通过系统筛查1", "需逐份看2", "无可比数据0");
        assertThat(cell(0, "title")).contains("hy_jg · 2026-10");
        assertThat(cell(0, "screening")).isEqualTo("3 项未通过");
        assertThat(cell(0, "growth")).isEqualTo("214.70%");
        assertThat(cell(1, "growth")).isEqualTo("−3.02%");
        assertThat(((Span) _getCellComponent(grid(), 0, "waited")).hasClassName("late"))
                .isTrue();
        assertThat(((Span) _getCellComponent(grid(), 1, "waited")).hasClassName("late"))
                .isFalse();
        assertThat(grid().getColumnByKey("figure").getHeaderText()).isEqualTo("营业收入 1–本月（千元）");
        assertThat(((RouterLink) _getCellComponent(grid(), 0, "difference")).getHref())
                .startsWith("reviews/filing/")
                .contains("screening=NOT_PASSED", "sort=-figure");

        go("reviews/filing", Map.of("month", "2026-09", "region", "3304"));
        assertThat(titles()).containsExactly("嘉兴食品");
        go("reviews/filing", Map.of("overdue", "true"));
        assertThat(titles()).containsExactly("海盐精工");
        go("reviews/filing", Map.of("direct", "false"));
        assertThat(titles()).containsExactly("海宁皮革");
        go("reviews/filing", Map.of("q", "没有"));
        _assertNone(Grid.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyFieldWritesItselfIntoTheAddress() {
        reports();
        go("reviews/filing", Map.of());
        _setValue(_get(TextField.class, spec -> spec.withId("search")), " 海 ");
        assertThat(titles()).hasSize(2);
        _setValue(_get(Select.class, spec -> spec.withId("filter-screening")), Screening.NOT_PASSED);
        _setValue(_get(Select.class, spec -> spec.withId("filter-direct")), Boolean.TRUE);
        _setValue(_get(Select.class, spec -> spec.withId("filter-sort")), InboxOrder.parse("-growth"));
        _setValue(_get(Checkbox.class, spec -> spec.withId("filter-overdue")), true);
        assertThat(titles()).containsExactly("海盐精工");
        assertThat(address()).contains("screening=NOT_PASSED", "direct=true", "sort=-growth", "overdue=true", "q=");
        _click(_get(Button.class, spec -> spec.withId("filter-clear")));
        assertThat(address()).contains("sort=-growth").doesNotContain("screening", "q=");
        assertThat(titles()).hasSize(3);
    }

    @Test
    void hostileAddressesShowTheWholeList() {
        reports();
        go("reviews/filing", Map.of("month", "x", "screening", "'", "sort", "-", "direct", "1", "region", "%"));
        assertThat(_get(PageHeader.class).getElement().getTextRecursively()).contains("3 件");
    }

    private List<Subject> submitted(int count) {
        var subjects = new ArrayList<Subject>();
        for (var number = 0; number < count; number++) {
            subjects.add(probe.submitted("330402"));
        }
        return subjects;
    }

    @Test
    void keysGoThroughTheListAndDecide() {
        var subjects = submitted(3);
        go("reviews/probe", Map.of());
        var keys = _get(ListKeys.class);
        keys.press("a");
        assertThat(titles()).as("nothing is decided before a row is chosen").hasSize(3);
        keys.press("j");
        keys.press("j");
        keys.press("k");
        keys.press("a");
        assertThat(record.waiting(subjects.get(0).id())
                        .filter(item -> item.desk().equals(county.id())))
                .isEmpty();
        assertThat(titles())
                .containsExactly(subjects.get(1).title(), subjects.get(2).title());

        keys.press("r");
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "数据有误");
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
        assertThat(record.actions(subjects.get(1).id()))
                .singleElement()
                .satisfies(action -> assertThat(action.decision()).isEqualTo(Decision.RETURNED));

        keys.press("o");
        assertThat(address()).startsWith("reviews/probe/" + subjects.get(2).id());
        UI.getCurrent().navigate("reviews/probe");
        _get(ListKeys.class).press("?");
        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("键盘快捷键");
        _get(ListKeys.class).press("no key");
    }

    @Test
    void aReviewKnowsItsPlaceInTheListItWasOpenedFromAndGoesOnInIt() {
        var subjects = submitted(3);
        var newestFirst = Map.of("sort", "-since");
        go("reviews/probe/" + subjects.get(1).id(), newestFirst);
        assertThat(_get(Span.class, spec -> spec.withId("position")).getText()).isEqualTo("第 2 / 3 件");
        assertThat(_get(RouterLink.class, spec -> spec.withId("next")).getHref())
                .contains(subjects.get(0).id() + "?sort=-since");
        assertThat(_get(RouterLink.class, spec -> spec.withId("previous")).getHref())
                .contains(subjects.get(2).id().toString());
        _get(ListKeys.class).press("k");
        assertThat(address()).isEqualTo("reviews/probe/" + subjects.get(2).id() + "?sort=-since");

        _click(_get(Button.class, spec -> spec.withId("accept")));
        assertThat(address()).isEqualTo("reviews/probe/" + subjects.get(1).id() + "?sort=-since");
        _get(ListKeys.class).press("j");
        _click(_get(Button.class, spec -> spec.withId("accept")));
        assertThat(address())
                .as("behind the last comes the first")
                .startsWith("reviews/probe/" + subjects.get(1).id());
        _click(_get(Button.class, spec -> spec.withId("accept")));
        assertThat(address()).isEqualTo("reviews/probe?sort=-since");

        go("reviews/probe/" + subjects.get(1).id(), newestFirst);
        _assertNone(ReviewPager.class);
    }

    @Test
    void whatWasDecidedIsFoundByMonthAndDecision() {
        var subject = submitted(1).get(0);
        jdbc.sql("UPDATE review_item SET period = :month, user_id = 'zhang_san' WHERE subject_id = :id")
                .param("month", LocalDate.of(2026, 10, 1))
                .param("id", subject.id())
                .update();
        var seen = record.waiting(subject.id()).orElseThrow();
        reviews.sendBack(seen, "数据有误");
        var asked =
                new HashMap<>(Map.of("tab", "decided", "q", "Zhang_San", "month", "2026-10", "decision", "RETURNED"));
        go("reviews/probe", asked);
        assertThat(_size(_get(Grid.class))).isEqualTo(1);
        for (var other :
                Map.of("month", "2026-09", "decision", "ACCEPTED", "q", "li_si").entrySet()) {
            var changed = new HashMap<>(asked);
            changed.put(other.getKey(), other.getValue());
            go("reviews/probe", changed);
            _assertNone(Grid.class);
        }
    }

    @Test
    void ticksOutliveSortingAndBeginAnewWithAnotherFilter() {
        reports();
        var ticks = new Ticks();
        var list = InboxAddress.of(ReviewFilter.all("filing"));
        ticks.show(list.filter());
        var told = new ArrayList<InboxSelection>();
        var rowsShown = new WaitingList(
                inbox,
                reviews,
                list,
                new WaitingColumns(list, Optional.empty(), codes, when, clock),
                ticks,
                () -> told.add(ticks.selection()),
                () -> {},
                order -> {});
        UI.getCurrent().add(rowsShown);
        rowsShown.move(1);
        rowsShown.tickHere();
        var first = GridKt._get(grid(), 0).id();
        assertThat(told).last().isEqualTo(new InboxSelection(list.filter(), Set.of(first), false));
        assertThat(((Checkbox) _getCellComponent(grid(), 0, "tick")).getValue()).isTrue();
        ticks.show(list.filter());
        assertThat(ticks.has(first)).isTrue();

        _setValue(_get(Checkbox.class, spec -> spec.withId("tick-everything")), true);
        assertThat(told).last().isEqualTo(new InboxSelection(list.filter(), Set.of(), true));
        assertThat(((Checkbox) _getCellComponent(grid(), 2, "tick")).getValue()).isTrue();
        ticks.show(list.filter().withText("x"));
        assertThat(ticks.has(first)).isFalse();
        assertThat(ticks.everything()).isFalse();
    }

    @Test
    void filtersAreKeptPerPersonAndTakenAgain() {
        reports();
        go("reviews/filing", Map.of("screening", "PASSED"));
        _click(_get(Button.class, spec -> spec.withId("saved-filters")));
        _setValue(_get(TextField.class, spec -> spec.withId("saved-name")), "通过的");
        _click(_get(Button.class, spec -> spec.withId("saved-save")));
        assertThat(_find(NativeButton.class)).extracting(NativeButton::getText).contains("通过的");
        _click(_get(Button.class, spec -> spec.withId("saved-close")));

        go("reviews/filing", Map.of());
        _click(_get(Button.class, spec -> spec.withId("saved-filters")));
        _click(_get(NativeButton.class, spec -> spec.withText("通过的")));
        assertThat(address()).isEqualTo("reviews/filing?screening=PASSED");

        var mine = saved.mine("filing").get(0);
        assertThat(mine.address().filter()).isEqualTo(ReviewFilter.all("filing").withScreening(Screening.PASSED));
        assertThat(saved.mine("probe")).isEmpty();
        actors.as(desks.newHolder(county), () -> {
            assertThat(saved.mine("filing")).isEmpty();
            saved.delete(mine.id());
            saved.rename(mine.id(), "别人的");
            saved.save("通过的", InboxAddress.of(ReviewFilter.all("filing").withMonth(YearMonth.of(2026, 10))));
        });
        assertThat(saved.mine("filing")).containsExactly(mine);

        saved.save("另一个", InboxAddress.of(ReviewFilter.all("filing")));
        refused("review.error.filter-name-taken", () -> saved.rename(mine.id(), "另一个"));
        refused("review.error.filter-name", () -> saved.rename(mine.id(), " "));
        saved.rename(mine.id(), "已通过");
        assertThat(saved.mine("filing")).extracting("name").containsExactlyInAnyOrder("已通过", "另一个");
        for (var number = 2; number < SavedFilters.MOST; number++) {
            saved.save("筛选 " + number, mine.address());
        }
        refused("review.error.filters-full", () -> saved.save("太多", InboxAddress.of(ReviewFilter.all("filing"))));
        saved.save("已通过", InboxAddress.of(ReviewFilter.all("filing")));
        for (var filter : saved.mine("filing")) {
            saved.delete(filter.id());
        }
        assertThat(saved.mine("filing")).isEmpty();
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
