package cn.baosong.browser;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.registration.Registrations;
import cn.baosong.review.Reviews;
import cn.baosong.testing.TestPhone;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** People and registrations that are there before a test begins, made by the services as their owners would. */
@TestComponent
class Cast {

    /** The county administrator of the region everybody here lives in. */
    static final String COUNTY = "haishu01";

    private static final String KIND = "registration";

    /** Somebody with an enterprise, registered or not. */
    record Applicant(String loginName, String phone, UUID registration, String enterprise, String code) {}

    private final Accounts accounts;
    private final Desks desks;
    private final Registrations registrations;
    private final Reviews reviews;
    private final AtomicInteger number = new AtomicInteger(7000);

    Cast(Accounts accounts, Desks desks, Registrations registrations, Reviews reviews) {
        this.accounts = accounts;
        this.desks = desks;
        this.registrations = registrations;
        this.reviews = reviews;
    }

    String phoneOf(String loginName) {
        return account(loginName).phone();
    }

    /** @return of a verified legal person */
    String creditCodeOf(String loginName) {
        return account(loginName).creditCode();
    }

    /** Somebody the platform does not know yet. */
    Applicant stranger() {
        var mine = number.incrementAndGet();
        return new Applicant(
                TestPhone.freshLoginName(), TestPhone.fresh(), null, "宁波海曙试行机械" + mine + "有限公司", creditCode(mine));
    }

    /** A new account that has not begun to register. */
    Applicant newcomer() {
        var person = stranger();
        accounts.create(
                person.loginName(), BrowserTest.PASSWORD, person.phone(), null, Set.of(Role.APPLICANT), Texts.CHINESE);
        return person;
    }

    /** Somebody who keeps the platform running. @return the login name */
    String operator() {
        var name = TestPhone.freshLoginName();
        accounts.create(name, BrowserTest.PASSWORD, TestPhone.fresh(), null, Set.of(Role.OPERATOR), Texts.CHINESE);
        return name;
    }

    /** @param changes to a form that is filled in rightly; null for a field left empty */
    Applicant filledIn(Map<String, Object> changes) {
        var person = newcomer();
        var values = new LinkedHashMap<>(values(person));
        values.putAll(changes);
        values.values().removeIf(java.util.Objects::isNull);
        var id = as(person.loginName(), () -> {
            var opened = registrations.open();
            registrations.keep(opened.id(), values);
            return opened.id();
        });
        return new Applicant(person.loginName(), person.phone(), id, (String) values.get("name"), person.code());
    }

    Applicant filledIn() {
        return filledIn(Map.of());
    }

    Applicant waiting(Map<String, Object> changes) {
        var person = filledIn(changes);
        var check = as(person.loginName(), () -> registrations.submit(person.registration()));
        if (!check.passed()) {
            throw new AssertionError("refused: " + check.problems());
        }
        return person;
    }

    Applicant waiting() {
        return waiting(Map.of());
    }

    Applicant returned(String reason) {
        var person = waiting();
        as(COUNTY, () -> {
            reviews.sendBack(KIND, person.registration(), reason);
            return null;
        });
        return person;
    }

    Applicant approved() {
        return approved(Map.of(), COUNTY);
    }

    /** @param reviewer of the region in {@code changes} */
    Applicant approved(Map<String, Object> changes, String reviewer) {
        var person = waiting(changes);
        as(reviewer, () -> {
            reviews.accept(KIND, person.registration());
            return null;
        });
        return person;
    }

    /** @return login name of another administrator at the county's desk */
    String colleague() {
        var login = TestPhone.freshLoginName();
        accounts.create(login, BrowserTest.PASSWORD, TestPhone.fresh(), null, Set.of(), Texts.CHINESE);
        var desk = as(COUNTY, () -> desks.mine().get(0).id());
        as("ningbo01", () -> {
            desks.assign(desk, login, false, null, null);
            return null;
        });
        return login;
    }

    /** @return the desk of {@link #COUNTY} */
    Desk countyDesk() {
        return deskOf(COUNTY);
    }

    /** @return the desk an administrator holds */
    Desk deskOf(String loginName) {
        return as(loginName, () -> desks.mine().get(0));
    }

    /** @return how often a registration took each status after it was opened */
    Map<String, Integer> steps(Applicant person) {
        var counted = new HashMap<String, Integer>();
        as(person.loginName(), () -> registrations.steps(person.registration()))
                .forEach(step -> counted.merge(step.status().name(), 1, Integer::sum));
        return counted;
    }

    /** What a clerk types into the form. */
    static Map<String, Object> values(Applicant person) {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", person.enterprise());
        values.put("legalRepresentative", "林一");
        values.put("codeKind", "creditCode");
        values.put("code", person.code());
        values.put("openedOn", "2015-03-02");
        values.put("industry", "3489");
        values.put("region", "330203");
        values.put("registrationType", "112");
        values.put("holdingType", "3");
        values.put("lastYearRevenue", "79310");
        values.put("lastYearEmployees", "86");
        values.put("lastYearAssets", "64200");
        values.put("listed", "no");
        values.put("address", "示范路 1 号");
        values.put("postalCode", "315000");
        values.put("contact", "周二");
        values.put("mobile", person.phone());
        values.put("mainBusiness", "精密传动零部件的生产与销售");
        return values;
    }

    /** Right check characters on a body that belongs to nobody. */
    private static String creditCode(int number) {
        var organization = "PDY%05d".formatted(number);
        var body = "91330203" + organization + OrganizationCode.checkCharacter(organization);
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }

    private Account account(String loginName) {
        return accounts.findByLoginName(loginName).orElseThrow();
    }

    <T> T as(String loginName, Supplier<T> act) {
        var account = account(loginName);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()),
                null,
                account.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList()));
        try {
            SecurityContextHolder.setContext(context);
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
