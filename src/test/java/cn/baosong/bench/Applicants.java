package cn.baosong.bench;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.FirstAdministratorRegistered;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.account.Verification;
import cn.baosong.account.repository.AccountTable;
import cn.baosong.common.Texts;
import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.organization.NewDesk;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** People with accounts and desks, made before anything is measured: hashing passwords is no part of a figure. */
@TestComponent
final class Applicants {

    private static final String PASSWORD = "Baosong#2026";
    private static final List<String> COUNTIES = List.of("330203", "330110", "330205", "330106");

    private final Accounts accounts;
    private final AccountTable table;
    private final Desks desks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<Account> reviewers = new ArrayList<>();
    private final List<Account> applicants = new ArrayList<>();

    Applicants(
            Accounts accounts,
            AccountTable table,
            Desks desks,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.table = table;
        this.desks = desks;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Seats a reviewer in each of a few counties and makes {@code count} accounts that may register. */
    void prepare(int count) {
        var nation = accounts.create("nation01", PASSWORD, "10090000000", "国家级管理员", Set.of(), Texts.CHINESE);
        events.publishEvent(new FirstAdministratorRegistered(nation.id()));
        for (String county : COUNTIES) {
            String login = "county" + county;
            accounts.create(login, PASSWORD, "10091" + county, null, Set.of(), Texts.CHINESE);
            as(accounts.find(nation.id()).orElseThrow(), () -> {
                var desk =
                        desks.create(new NewDesk(desks.mine().get(0).id(), DeskLevel.COUNTY, county, "经信局" + county));
                desks.assign(desk.id(), login, false, null, null);
                return desk;
            });
            reviewers.add(accounts.findByLoginName(login).orElseThrow());
        }
        String hash = table.find(nation.id()).orElseThrow().passwordHash();
        transaction.executeWithoutResult(status -> {
            for (int number = 0; number < count; number++) {
                applicants.add(applicant(number, hash));
            }
        });
    }

    private Account applicant(int number, String hash) {
        var account = new Account(
                UUID.randomUUID(),
                "bench%06d".formatted(number),
                phone(number),
                null,
                false,
                Verification.NONE,
                null,
                "企业" + number,
                Set.of(Role.APPLICANT),
                false,
                Texts.CHINESE,
                true,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        table.insert(account, hash);
        return account;
    }

    int count() {
        return applicants.size();
    }

    <T> T asApplicant(int number, Supplier<T> act) {
        return as(applicants.get(number), act);
    }

    void asReviewerOf(int number, Runnable act) {
        as(reviewers.get(number % COUNTIES.size()), () -> {
            act.run();
            return null;
        });
    }

    private static <T> T as(Account account, Supplier<T> act) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()),
                null,
                account.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList()));
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** What a clerk types into the registration form, right in every field. */
    static Map<String, Object> values(int number) {
        String county = COUNTIES.get(number % COUNTIES.size());
        String body = "PDY%05d".formatted(number);
        String code = "91" + county + body + OrganizationCode.checkCharacter(body);
        var values = new LinkedHashMap<String, Object>();
        values.put("name", "示范企业第" + number + "号有限公司");
        values.put("codeKind", "creditCode");
        values.put("code", code + UnifiedSocialCreditCode.checkCharacter(code));
        values.put("legalRepresentative", "甲某");
        values.put("industry", "3489");
        values.put("region", county);
        values.put("registrationType", "112");
        values.put("holdingType", "3");
        values.put("lastYearRevenue", "79310");
        values.put("lastYearEmployees", "86");
        values.put("lastYearAssets", "64200");
        values.put("listed", "no");
        values.put("address", "示范路 " + number + " 号");
        values.put("postalCode", "310000");
        values.put("openedOn", "2009-05-18");
        values.put("contact", "甲某");
        values.put("mobile", phone(number));
        values.put("mainBusiness", "精密传动零部件的生产与销售");
        return values;
    }

    private static String phone(int number) {
        return "100%08d".formatted(number);
    }
}
