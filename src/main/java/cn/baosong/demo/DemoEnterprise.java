package cn.baosong.demo;

import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of {@code demo/enterprises.csv}.
 *
 * @param number 1 and up: the body of its code and the end of its phone
 * @param revenue,assets in 千元
 * @param daysAgo how many days ago it did what it did
 * @param state what its registration has come to: none, editing, waiting, returned, approved, cancelled
 */
record DemoEnterprise(
        int number,
        String login,
        String name,
        String industry,
        String region,
        String registrationType,
        String holdingType,
        String revenue,
        String employees,
        String assets,
        String opened,
        String contact,
        String business,
        int daysAgo,
        String state) {

    static DemoEnterprise of(int number, Map<String, String> line) {
        return new DemoEnterprise(
                number,
                line.get("login"),
                line.get("name"),
                line.get("industry"),
                line.get("region"),
                line.get("registrationType"),
                line.get("holdingType"),
                line.get("revenue"),
                line.get("employees"),
                line.get("assets"),
                line.get("opened"),
                line.get("contact"),
                line.get("business"),
                line.get("daysAgo").isBlank() ? 0 : Integer.parseInt(line.get("daysAgo")),
                line.get("state"));
    }

    String phone() {
        return "1000000%04d".formatted(number);
    }

    /** A credit code with right check characters whose body belongs to nobody (facts of GB 11714). */
    String code() {
        var organization = "PDY%05d".formatted(number);
        var body = "91" + region + organization + OrganizationCode.checkCharacter(organization);
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }

    /** What a clerk would type into the registration form. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", name);
        values.put("codeKind", "creditCode");
        values.put("code", code());
        values.put("legalRepresentative", contact);
        values.put("industry", industry);
        values.put("region", region);
        values.put("registrationType", registrationType);
        values.put("holdingType", holdingType);
        values.put("lastYearRevenue", revenue);
        values.put("lastYearEmployees", employees);
        values.put("lastYearAssets", assets);
        values.put("listed", "no");
        values.put("address", "示范路 " + number + " 号");
        values.put("postalCode", "310000");
        values.put("openedOn", opened);
        values.put("contact", contact);
        values.put("mobile", phone());
        values.put("mainBusiness", business);
        return values;
    }
}
