package cn.baosong.registration.takeover;

import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.excel.FormCells;
import cn.baosong.upload.UploadedRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row understood as an account and an enterprise.
 *
 * @param loginName,phone null where the cell is empty
 * @param values raw values of the form
 * @param problems what is known to be wrong so far
 */
record Candidate(UploadedRow row, String loginName, String phone, Map<String, Object> values, RowProblems problems) {

    private static final String CODE_KIND = "codeKind";
    private static final String ORGANIZATION_CODE = "organizationCode";

    static Candidate of(UploadedRow row, FormCells cells, RowProblems problems) {
        problems.addAll(row.problems());
        var typed = new LinkedHashMap<String, String>();
        row.cells().forEach((column, text) -> typed.put(column, String.valueOf(text)));
        var values = cells.values(typed, problems::add);
        if (values.get(TakeoverColumns.CODE) instanceof String code
                && OrganizationCode.normalize(code).length() == OrganizationCode.LENGTH) {
            // The form takes a code for a credit code unless told otherwise; the old sheet often does not tell.
            values.putIfAbsent(CODE_KIND, ORGANIZATION_CODE);
        }
        return new Candidate(
                row, typed.get(TakeoverColumns.LOGIN_NAME), typed.get(TakeoverColumns.PHONE), values, problems);
    }

    String nameKey() {
        return values.get(TakeoverColumns.NAME) instanceof String name ? EnterpriseName.key(name) : null;
    }

    String code() {
        return values.get(TakeoverColumns.CODE) instanceof String code ? UnifiedSocialCreditCode.normalize(code) : null;
    }

    /** What nobody else may take while this row is decided. */
    Stream<String> held() {
        return Stream.of(
                        nameKey() == null ? null : "name:" + nameKey(),
                        code() == null ? null : "code:" + code(),
                        phone == null ? null : "phone:" + phone,
                        loginName == null ? null : "login:" + loginName.toLowerCase(java.util.Locale.ROOT))
                .filter(key -> key != null);
    }
}
