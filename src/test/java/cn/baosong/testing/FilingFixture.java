package cn.baosong.testing;

import cn.baosong.account.Account;
import cn.baosong.filing.Filing;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Reviews;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Monthly reports for tests, filled in and submitted through the services. */
@Component
public class FilingFixture {

    public static final String BASIC = "basic-information";
    public static final String INDICATORS = "economic-indicators";
    public static final String PRODUCTS = "products";

    /** Every indicator, and what a month of it is: 100, of assets 1000. */
    private static final List<String> CUMULATIVE = List.of(
            "grossOutput",
            "exportDelivery",
            "electricity",
            "capacityUtilization",
            "revenue",
            "operatingCost",
            "loanBalance",
            "financialExpense",
            "receivables",
            "finishedGoods",
            "totalProfit",
            "taxesPayable",
            "employees",
            "overdueReceivables",
            "payroll",
            "totalAssets",
            "totalLiabilities",
            "fixedAssetInvestment");

    private static final Set<String> MONTHLY = Set.of("grossOutput", "exportDelivery", "electricity");

    private final Actors actors;
    private final RegistrationFixture registrations;
    private final DeskFixture desks;
    private final Filings filings;
    private final FilingRepository repository;
    private final Reviews reviews;
    private final Desks posts;

    FilingFixture(
            Actors actors,
            RegistrationFixture registrations,
            DeskFixture desks,
            Filings filings,
            FilingRepository repository,
            Reviews reviews,
            Desks posts) {
        this.actors = actors;
        this.registrations = registrations;
        this.desks = desks;
        this.filings = filings;
        this.repository = repository;
        this.reviews = reviews;
        this.posts = posts;
    }

    /** @return the account of a new industrial enterprise in 余杭区, registered and approved */
    public Account enterprise() {
        return enterprise(RegistrationFixture.values("330110"));
    }

    /** @return one of the industry 65 软件和信息技术服务业, which may apply for what is offered to it */
    public Account softwareEnterprise() {
        return enterprise(RegistrationFixture.with(RegistrationFixture.values("330110"), "industry", "6513"));
    }

    /** @param values of the registration form, in 余杭区 */
    public Account enterprise(Map<String, Object> values) {
        var reviewer = desks.holder(desks.yuhang());
        var account = actors.applicant();
        var registration = registrations.submitted(account, values);
        actors.as(reviewer, () -> reviews.accept("registration", registration.id()));
        return account;
    }

    /** @return figures no rule finds anything in: every month of the year is like the others, and like last year's */
    public static Map<String, Object> indicators(YearMonth month) {
        var quarterly = Set.of(2, 5, 8, 11, 12).contains(month.getMonthValue());
        var values = new LinkedHashMap<String, Object>();
        for (var indicator : quarterly ? CUMULATIVE : CUMULATIVE.subList(0, 13)) {
            var each = BigDecimal.valueOf(
                    indicator.equals("totalAssets") ? 1000 : indicator.equals("capacityUtilization") ? 5 : 100);
            if (MONTHLY.contains(indicator)) {
                values.put(indicator + ".month", each);
                values.put(indicator + ".lastYearMonth", each);
            }
            var so = each.multiply(BigDecimal.valueOf(month.getMonthValue()));
            values.put(indicator + ".cumulative", so);
            values.put(indicator + ".lastYearCumulative", so);
        }
        return values;
    }

    /** @return opened, every form filled in, not submitted */
    public Filing filled(Account account, YearMonth month) {
        return actors.as(account, () -> {
            var filing = filings.open(ReportTask.monthly(month));
            filings.keep(filing.id(), BASIC, Map.of("filler", "孙丙"));
            filings.keep(filing.id(), INDICATORS, indicators(month));
            return filing;
        });
    }

    /** @return under review */
    public Filing submitted(Account account, YearMonth month) {
        var filing = filled(account, month);
        var check = actors.as(account, () -> filings.submit(filing.id()));
        if (!check.passed()) {
            throw new AssertionError("cannot be submitted: " + check.problems() + check.findings());
        }
        return now(filing.id());
    }

    /** @return accepted by every desk up to the nation */
    public Filing accepted(Account account, YearMonth month) {
        var filing = submitted(account, month);
        for (var desk = desks.yuhang(); desk != null; desk = superior(desk)) {
            acceptAt(desk, filing);
        }
        return now(filing.id());
    }

    private Desk superior(Desk desk) {
        return posts.superior(desk.id()).orElse(null);
    }

    public void acceptAt(Desk desk, Filing filing) {
        actors.as(desks.holder(desk), () -> reviews.accept("filing", filing.id()));
    }

    public void returnAt(Desk desk, Filing filing, String reason) {
        actors.as(desks.holder(desk), () -> reviews.sendBack("filing", filing.id(), reason));
    }

    /** @return the report as it stands */
    public Filing now(UUID id) {
        return repository.find(id).orElseThrow();
    }
}
