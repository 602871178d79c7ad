package cn.baosong.testing;

import cn.baosong.account.Account;
import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.registration.Registration;
import cn.baosong.registration.Registrations;
import cn.baosong.registration.repository.RegistrationRepository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Registrations for tests, filled in and submitted through the services. */
@Component
public class RegistrationFixture {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Actors actors;
    private final Registrations registrations;
    private final RegistrationRepository repository;

    RegistrationFixture(Actors actors, Registrations registrations, RegistrationRepository repository) {
        this.actors = actors;
        this.registrations = registrations;
        this.repository = repository;
    }

    /**
     * A credit code with right check characters whose body, PDY00001 and up, belongs to nobody (GB 11714).
     *
     * @param region six digits
     */
    public static String freshCode(String region) {
        var organization = "PDY%05d".formatted(NEXT.incrementAndGet());
        var body = "91" + region + organization + OrganizationCode.checkCharacter(organization);
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }

    /**
     * What a clerk types into the form: right, complete, and an enterprise no other call has.
     *
     * @param region code of a county
     */
    public static Map<String, Object> values(String region) {
        var code = freshCode(region);
        var values = new LinkedHashMap<String, Object>();
        values.put("name", "试验机械制造" + code.substring(8, 16) + "有限公司");
        values.put("codeKind", "creditCode");
        values.put("code", code);
        values.put("legalRepresentative", "赵甲");
        values.put("industry", "3489");
        values.put("region", region);
        values.put("registrationType", "112");
        values.put("holdingType", "3");
        values.put("lastYearRevenue", "79310");
        values.put("lastYearEmployees", "86");
        values.put("lastYearAssets", "64200");
        values.put("listed", "no");
        values.put("address", "示范路 1 号");
        values.put("postalCode", "310000");
        values.put("openedOn", "2009-05-18");
        values.put("contact", "钱乙");
        values.put("mobile", "10000000001");
        values.put("mainBusiness", "零部件的生产与销售");
        return values;
    }

    /** @return values like {@link #values(String)} with one of them replaced, or left out where {@code value} is null */
    public static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        var changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    /** @return opened and filled in, not submitted */
    public Registration filled(Account applicant, Map<String, Object> values) {
        return actors.as(applicant, () -> {
            var opened = registrations.open();
            registrations.keep(opened.id(), values);
            return opened;
        });
    }

    /** @return under review */
    public Registration submitted(Account applicant, Map<String, Object> values) {
        var opened = filled(applicant, values);
        var check = actors.as(applicant, () -> registrations.submit(opened.id()));
        if (!check.passed()) {
            throw new AssertionError("cannot be submitted: " + check.problems());
        }
        return now(opened.id());
    }

    /** @return the registration as it stands */
    public Registration now(UUID id) {
        return repository.find(id).orElseThrow();
    }
}
