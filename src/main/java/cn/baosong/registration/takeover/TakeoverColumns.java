package cn.baosong.registration.takeover;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.excel.FormCells;
import cn.baosong.excel.FormColumns;
import cn.baosong.excel.SheetColumn;
import cn.baosong.registration.RegistrationChecks;
import cn.baosong.registration.RegistrationModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The columns of a workbook of the old platform: the account, and the fields of the registration form. */
@Component
class TakeoverColumns {

    static final String LOGIN_NAME = "userId";
    static final String PHONE = "loginPhone";
    static final String NAME = "name";
    static final String CODE = "code";
    static final String REGION = "region";
    static final String INDUSTRY = "industry";

    /**
     * What an enterprise cannot be without: its account and its row in the database stand on them, so no model can do without.
     * All else may be completed later.
     */
    static final List<String> REQUIRED = List.of(LOGIN_NAME, NAME, CODE, REGION, INDUSTRY);

    private final RegistrationModels models;
    private final RegistrationChecks checks;
    private final CodeLists codes;
    private final Texts texts;

    TakeoverColumns(RegistrationModels models, RegistrationChecks checks, CodeLists codes, Texts texts) {
        this.models = models;
        this.checks = checks;
        this.codes = codes;
        this.texts = texts;
    }

    List<SheetColumn> in(UUID revision, Locale locale) {
        var columns = new ArrayList<SheetColumn>();
        columns.add(account(LOGIN_NAME, "login-name", true, locale));
        columns.add(account(PHONE, "phone", false, locale));
        columns.addAll(fields(revision).columns(locale, Set.copyOf(REQUIRED)));
        return List.copyOf(columns);
    }

    /** Headings in every language; a workbook need not be in the language of who sends it. */
    List<SheetColumn> readable(UUID revision) {
        return Texts.LOCALES.stream()
                .flatMap(locale -> in(revision, locale).stream())
                .toList();
    }

    /** @return the heading of a column; of a field that has none, its path */
    String title(UUID revision, String key, Locale locale) {
        return Stream.concat(in(revision, locale).stream(), Stream.of(SheetColumn.text(key, key)))
                .filter(column -> column.key().equals(key))
                .map(SheetColumn::title)
                .findFirst()
                .orElseThrow();
    }

    FormCells cells(UUID revision) {
        return new FormCells(fields(revision), checks.context(revision), codes);
    }

    private FormColumns fields(UUID revision) {
        return new FormColumns(models.form(revision), checks.context(revision), codes);
    }

    private SheetColumn account(String key, String text, boolean required, Locale locale) {
        return new SheetColumn(
                key,
                texts.get(locale, "registration.takeover.column." + text),
                texts.get(locale, "registration.takeover.column." + text + ".note"),
                List.of(),
                required);
    }
}
