package cn.baosong.filing.difference;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Priors;
import cn.baosong.filing.difference.query.TotalQueries;
import cn.baosong.filing.repository.FactRepository;
import cn.baosong.filing.repository.FactRepository.Fact;
import cn.baosong.organization.Desk;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.Pages;
import cn.baosong.testing.RegistrationFixture;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a reviewer sees of a report: what changed, what has happened, and what comes next. */
class ReviewedReportsTest extends FilingScenario {

    private static final YearMonth LAST_YEAR = MONTH.minusYears(1);
    private static final YearMonth BEFORE = MONTH.minusMonths(1);
    private static final int MOST_STATEMENTS = 12;

    @Autowired
    private ReviewedReports reports;

    @Autowired
    private DifferenceReader reader;

    @Autowired
    private FilingViews views;

    @Autowired
    private TotalQueries totals;

    @Autowired
    private CodeLists codes;

    @Autowired
    private FactRepository facts;

    @Autowired
    private RegistrationFixture registrations;

    @Autowired
    private ApplicationContext context;

    /** @return an enterprise of a county that has no desk, so that its reports go to 杭州市 */
    private Account enterprise(String county) {
        var account = actors.applicant();
        desks.hangzhou();
        var registration = registrations.submitted(account, RegistrationFixture.values(county));
        actors.as(desks.holder(desks.hangzhou()), () -> reviews.accept("registration", registration.id()));
        return account;
    }

    private Filing accept(Filing filing) {
        for (var desk : List.of(desks.hangzhou(), desks.zhejiang(), desks.nation())) {
            fixture.acceptAt(desk, filing);
        }
        return fixture.now(filing.id());
    }

    private Filing accepted(Account account, YearMonth month) {
        return accept(fixture.submitted(account, month));
    }

    private Filing submitted(
            Account account, YearMonth month, Map<String, Object> figures, List<Map<String, Object>> products) {
        var filing = fixture.filled(account, month);
        type(account, filing, FilingFixture.INDICATORS, figures);
        if (!products.isEmpty()) {
            type(account, filing, FilingFixture.PRODUCTS, Map.of("products", products));
        }
        var check = submit(account, filing);
        assertThat(check.passed()).as(check.findings().toString()).isTrue();
        return fixture.now(filing.id());
    }

    private static Map<String, Object> product(String code, String name, String made) {
        return Map.of(
                "code",
                code,
                "name",
                name,
                "unit",
                "吨",
                "production.month",
                "1",
                "production.cumulative",
                made,
                "sales.month",
                "1",
                "sales.cumulative",
                made,
                "stock.cumulative",
                "0");
    }

    private Difference difference(Filing filing, String county) {
        return reader.of(filing, county, views.priors(filing), Texts.CHINESE);
    }

    private static FigureLine line(List<FigureLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatMovesTheTotalOfTheRegionMostStandsFirst() {
        var county = "330122";
        var account = enterprise(county);
        accepted(enterprise(county), LAST_YEAR);
        accepted(account, LAST_YEAR);
        accept(submitted(account, BEFORE, Map.of(), List.of(product("1001", "钢材", "7"), product("2002", "水泥", "7"))));
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.BASIC, Map.of("filler", "李丁"));
        type(
                account,
                filing,
                FilingFixture.INDICATORS,
                Map.of("revenue.cumulative", "1600", "employees.cumulative", "880"));
        type(
                account,
                filing,
                FilingFixture.PRODUCTS,
                Map.of("products", List.of(product("1001", "优质钢材", "9"), product("3003", "砂", "8"))));
        assertThat(submit(account, filing).passed()).isTrue();

        var difference = difference(fixture.now(filing.id()), county);
        assertThat(difference.indicators()).extracting(FigureLine::name).startsWith("营业收入", "从业人员");
        var revenue = difference.indicators().get(0);
        assertThat(revenue.detail()).isEqualTo("1-本月 · 千元");
        assertThat(revenue.lastYear())
                .as("two enterprises reported 800 each last year")
                .isEqualTo(new Comparison(number("800"), number("800"), number("100.00"), number("50.00"), true));
        assertThat(revenue.previous())
                .isEqualTo(new Comparison(number("700"), number("900"), number("128.57"), number("128.57"), true));
        assertThat(difference.indicators().get(1).lastYear().effect()).isEqualByComparingTo("5.00");
        assertThat(difference
                        .indicators()
                        .get(difference.indicators().size() - 1)
                        .effect())
                .as("a ratio has no total")
                .isNull();
        assertThat(line(difference.indicators(), "生产能力（设备）利用率").effect()).isNull();
        assertThat(difference.words())
                .extracting(WordLine::field, WordLine::before, WordLine::after)
                .contains(tuple("填报人", "孙丙", "李丁"), tuple("优质钢材 · 产品名称", "钢材", "优质钢材"))
                .hasSize(2);
        assertThat(difference.products())
                .extracting(FigureLine::name)
                .as("one product by its code, a new one, and one that is gone")
                .contains("优质钢材 · 生产量", "砂（新增） · 生产量", "水泥（本月未报） · 生产量");
        assertThat(line(difference.products(), "优质钢材 · 生产量").previous().difference())
                .isEqualByComparingTo("2");
    }

    private static Map<String, Object> with(Map<String, Object> product, String path, String value) {
        var more = new HashMap<>(product);
        more.put(path, value);
        return more;
    }

    private static List<String> details(List<FigureLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(FigureLine::detail)
                .toList();
    }

    @Test
    void lastYearOfAProductStandsInItsOwnRow() {
        var said = "production.lastYearCumulative";
        var account = enterprise("330127");
        accept(submitted(
                account, LAST_YEAR, Map.of(), List.of(product("1001", "钢材", "7"), product("2002", "水泥", "7"))));
        accept(submitted(account, BEFORE, Map.of(), List.of(product("1001", "钢材", "8"), product("2002", "水泥", "8"))));
        var filing = submitted(
                account,
                MONTH,
                Map.of(),
                List.of(
                        with(product("1001", "钢材", "9"), said, "7"),
                        with(product("2002", "水泥", "9"), said, "6"),
                        with(product("3003", "砂", "8"), said, "4")));
        var products = difference(filing, "330127").products();

        assertThat(details(products, "钢材 · 生产量")).containsExactly("1-本月");
        var steel = line(products, "钢材 · 生产量");
        assertThat(steel.previous().before()).isEqualByComparingTo("8");
        assertThat(steel.lastYear().before()).isEqualByComparingTo("7");
        assertThat(details(products, "水泥 · 生产量"))
                .as("what the enterprise says and what was accepted differ")
                .containsExactly("1-本月", "上年 1-本月");
        assertThat(line(products, "水泥 · 生产量").lastYear().before())
                .as("the accepted report tells")
                .isEqualByComparingTo("7");
        assertThat(products)
                .filteredOn(line ->
                        line.name().equals("砂（新增） · 生产量") && line.detail().equals("1-本月"))
                .singleElement()
                .satisfies(line -> assertThat(line.lastYear().before())
                        .as("last year's report knows no sand")
                        .isEqualByComparingTo("4"));
    }

    @Test
    void effectsAreMeasuredByTheRegionOfTheReadersDesk() {
        var month = YearMonth.of(2020, 9);
        var county = already("330127", month);
        var city = already("3301", month);
        var province = already("33", month);
        var account = enterprise("330127");
        accepted(account, month);
        accepted(enterprise("330122"), month);
        assertThat(revenue("330127", month).subtract(county)).isEqualByComparingTo("900");
        assertThat(revenue("3301", month).subtract(city))
                .as("a city is all of its counties")
                .isEqualByComparingTo("1800");
        assertThat(revenue("33", month).subtract(province)).isEqualByComparingTo("1800");

        var filing = fixture.submitted(account, month.plusYears(1));
        var regions = new ArrayList<String>();
        for (var desk : List.of(desks.hangzhou(), desks.zhejiang(), desks.nation())) {
            Pages.open(context);
            try {
                open(desk, filing);
                regions.add(text("difference"));
            } finally {
                Pages.close();
            }
            fixture.acceptAt(desk, filing);
        }
        assertThat(regions.get(0)).contains("杭州市").doesNotContain("浙江省");
        assertThat(regions.get(1)).contains("浙江省").doesNotContain("杭州市");
        assertThat(regions.get(2)).as("the nation has no region").contains("浙江省");
    }

    private BigDecimal already(String region, YearMonth month) {
        var reported = revenue(region, month);
        return reported == null ? BigDecimal.ZERO : reported;
    }

    @Test
    void januaryBeginsAnewButClosingFiguresGoOn() {
        var account = enterprise("330127");
        accepted(account, YearMonth.of(2020, 12));
        var filing = submitted(account, YearMonth.of(2021, 1), Map.of("employees.cumulative", "101"), List.of());
        var difference = difference(filing, "330127");
        assertThat(difference.restarted()).isTrue();
        assertThat(difference.withPrevious()).isTrue();
        assertThat(difference.withLastYear()).isFalse();
        var employees = line(difference.indicators(), "从业人员");
        assertThat(employees.previous().before()).isEqualByComparingTo("1200");
        assertThat(employees.previous().difference()).isEqualByComparingTo("-1099");
        assertThat(line(difference.unchanged(), "营业收入").previous()).isEqualTo(Comparison.NONE);
    }

    @Test
    void aFirstReportHasNothingToBeComparedWith() {
        var filing = submitted(enterprise("330182"), MONTH, Map.of(), List.of());
        var difference = reader.of(filing, "330182", new Priors(null, null), Texts.CHINESE);
        assertThat(difference.comparable()).isFalse();
        assertThat(difference.indicators()).isEmpty();
        assertThat(difference.words()).isEmpty();
        assertThat(difference.unchanged()).extracting(FigureLine::name).contains("营业收入");
    }

    @Test
    void totalsFollowWhatIsAcceptedAndWhatReplacesIt() {
        var county = "330182";
        var month = YearMonth.of(2021, 3);
        assertThat(revenue(county, month)).isNull();
        var clock = new MovableClock(Instant.parse("2021-04-05T00:00:00Z"));
        var kept = new RegionTotals(totals, codes, clock);
        accepted(enterprise(county), month);
        var second = accepted(enterprise(county), month);
        assertThat(revenue(county, month)).isEqualByComparingTo("600");
        assertThat(kept.of("monthly-report", county, List.of(month))
                        .get(month)
                        .of(FilingFixture.INDICATORS, "revenue", 1))
                .isEqualByComparingTo("600");
        facts.replace(
                second, List.of(new Fact(FilingFixture.INDICATORS, 0, "revenue", Arrays.asList(null, number("50")))));
        assertThat(revenue(county, month)).isEqualByComparingTo("350");
        assertThat(kept.of("monthly-report", county, List.of(month))
                        .get(month)
                        .of(FilingFixture.INDICATORS, "revenue", 1))
                .as("a few minutes old")
                .isEqualByComparingTo("600");
        clock.advance(RegionTotals.KEPT_FOR);
        assertThat(kept.of("monthly-report", county, List.of(month))
                        .get(month)
                        .of(FilingFixture.INDICATORS, "revenue", 1))
                .isEqualByComparingTo("350");
        assertThat(revenue("330127", month)).as("another county").isNull();
    }

    private BigDecimal revenue(String region, YearMonth month) {
        return new RegionTotals(totals, codes, Clock.systemUTC())
                .of("monthly-report", region, List.of(month))
                .get(month)
                .of(FilingFixture.INDICATORS, "revenue", 1);
    }

    @Test
    void thePageTellsEverythingAtOnceAndInFewStatements() {
        var account = enterprise("330127");
        accepted(account, LAST_YEAR);
        accepted(account, BEFORE);
        var filing = submitted(account, MONTH, Map.of("revenue.cumulative", "1600"), List.of());
        fixture.returnAt(desks.hangzhou(), filing, "请核对营业收入");
        assertThat(submit(account, filing).passed()).isTrue();

        Pages.open(context);
        try {
            open(desks.hangzhou(), filing);
            assertThat(text("difference")).contains("杭州市", "营业收入", "1,600", "+800 · +100.00%", "未变");
            assertThat(text("version-line")).contains("第 2 次上报", "收据");
            assertThat(text("happenings")).containsSubsequence("开始填报", "第 1 次上报", "退回", "请核对营业收入", "第 2 次上报");
            assertThat(text("what-next")).contains(desks.zhejiang().name());

            _get(Tabs.class).setSelectedTab(_get(Tab.class, spec -> spec.withId("report-tab-previous")));
            assertThat(page()).contains("主要经济指标", "700").doesNotContain("1,600");
            _get(Tabs.class).setSelectedTab(_get(Tab.class, spec -> spec.withId("report-tab-this")));
            assertThat(page()).contains("1,600");
            _get(Tabs.class).setSelectedTab(_get(Tab.class, spec -> spec.withId("report-tab-last-year")));
            assertThat(page()).contains("800").doesNotContain("1,600");
        } finally {
            Pages.close();
        }
        var statements = actors.as(
                person(desks.hangzhou()),
                () -> statements(
                        () -> reviews.page("filing", filing.id(), Texts.CHINESE).orElseThrow()));
        assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void whoAcceptedCannotReturnAndIsToldWhoCan() {
        var account = enterprise("330127");
        var filing = fixture.submitted(account, YearMonth.of(2021, 2));
        fixture.acceptAt(desks.hangzhou(), filing);
        assertProblem("review.error.accepted-by", () -> fixture.returnAt(desks.hangzhou(), filing, "想起一处错误"));

        Pages.open(context);
        try {
            open(desks.hangzhou(), filing);
            _assertNone(Button.class, spec -> spec.withId("return"));
            assertThat(text("what-next")).contains(desks.zhejiang().name(), "您已接收，不能自行退回");
            assertThat(page()).contains("该岗位现任：");
            open(desks.zhejiang(), filing);
            _get(Button.class, spec -> spec.withId("return"));
            assertThat(_get(Button.class, spec -> spec.withId("accept")).getText())
                    .as("REV-03")
                    .isEqualTo("接收");
            assertThat(text("happenings"))
                    .contains(desks.hangzhou().name() + " · "
                            + desks.holder(desks.hangzhou()).loginName() + " 接收");

            Pages.signIn(new SignedIn(account.id(), account.loginName(), account.phone(), Set.of(Role.ENTERPRISE)));
            UI.getCurrent().navigate("reports/2021-02/view");
            assertThat(text("position-with")).contains(desks.zhejiang().name(), "省级");
            assertThat(text("position-accepted")).contains(desks.hangzhou().name());
        } finally {
            Pages.close();
        }

        fixture.returnAt(desks.zhejiang(), filing, "请更正");
        assertThat(status(filing)).isEqualTo(FilingStatus.RETURNED);
    }

    @Test
    void theReportsOfOthersAreNotShown() {
        var account = enterprise("330127");
        var filing = fixture.submitted(account, YearMonth.of(2021, 5));
        for (var shown : ShownReport.values()) {
            assertThat(actors.as(desks.holder(desks.haishu()), () -> reports.report(filing.id(), shown)))
                    .isEmpty();
        }
        assertThat(actors.as(desks.holder(desks.hangzhou()), () -> reports.report(filing.id(), ShownReport.THIS)))
                .isPresent();
        assertThat(actors.as(desks.holder(desks.hangzhou()), () -> reports.report(UUID.randomUUID(), ShownReport.THIS)))
                .isEmpty();
    }

    private SignedIn person(Desk desk) {
        var reviewer = desks.holder(desk);
        return new SignedIn(reviewer.id(), reviewer.loginName(), reviewer.phone(), Set.of(Role.REVIEWER));
    }

    private void open(Desk desk, Filing filing) {
        Pages.signIn(person(desk));
        UI.getCurrent().navigate("reviews/filing/" + filing.id());
    }

    private static String text(String id) {
        return _get(Component.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }

    private static String page() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(target -> target.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    /** @return what this thread asked of the database through Spring, statement by statement */
    private static List<String> statements(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
        try {
            work.run();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
        var thread = Thread.currentThread().getName();
        return log.list.stream()
                .filter(event -> event.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
