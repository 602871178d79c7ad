package cn.baosong.filing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Every rule of the table of the monthly report, with reports just inside and just outside of it. */
final class ReportCases {

    /** @param says what is special about the report */
    record Case(String rule, boolean found, String says, SampleReport report) {

        @Override
        public String toString() {
            return rule + (found ? ": " : " is silent: ") + says;
        }
    }

    private static final BigDecimal LITTLE = new BigDecimal("0.01");

    private final List<Case> cases = new ArrayList<>();

    static Stream<Case> all() {
        ReportCases all = new ReportCases();
        Indicator.ALL.forEach(indicator -> {
            all.required(indicator);
            all.notNegative(indicator);
            all.growth(indicator);
        });
        List.of("grossOutput", "exportDelivery", "electricity").forEach(all::january);
        List.of("grossOutput", "exportDelivery", "electricity").forEach(all::balance);
        List.of("revenue", "operatingCost").forEach(all::notDecreasing);
        List.of("receivables", "finishedGoods").forEach(all::assets);
        all.contactAndCode();
        all.closingStock();
        return all.cases.stream();
    }

    private void found(String rule, String says, SampleReport report) {
        cases.add(new Case(rule, true, says, report));
    }

    private void silent(String rule, String says, SampleReport report) {
        cases.add(new Case(rule, false, says, report));
    }

    private static String kebab(String column) {
        return column.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** MON-38, CON-10, CON-11. */
    private void required(Indicator indicator) {
        for (String column : indicator.notNull()) {
            String rule = "required-" + indicator.rule() + (column.equals("month") ? "-month" : "");
            SampleReport without = indicator.report().with(indicator.key() + "." + column, null);
            found(rule, "nothing there", without);
            silent(rule, "zero", indicator.report().with(indicator.key() + "." + column, 0));
            if (indicator.industrial()) {
                silent(rule, "not asked of others", without.of(false));
            } else {
                found(rule, "asked of everybody", without.of(true));
            }
            for (int month = 1; month <= 12; month++) {
                boolean asked =
                        !indicator.quarterly() || List.of(2, 5, 8, 11, 12).contains(month);
                cases.add(new Case(rule, asked, "month " + month, without.in(2021, month)));
            }
            if (indicator.key().equals("overdueReceivables")) {
                silent(rule, "before June 2018", without.in(2018, 5));
                silent(rule, "years before", without.in(2017, 12));
                found(rule, "since June 2018", without.in(2018, 8));
            } else if (indicator.quarterly()) {
                found(rule, "before June 2018", without.in(2018, 5));
            }
        }
    }

    /** MON-39. */
    private void notNegative(Indicator indicator) {
        for (String column : indicator.columns()) {
            String path = indicator.key() + "." + column;
            String rule = "non-negative-" + indicator.rule() + "-" + kebab(column);
            if (indicator.notNegative()) {
                BigDecimal below = indicator.key().equals("employees") ? BigDecimal.ONE : LITTLE;
                found(rule, "just below zero", indicator.report().with(path, below.negate()));
            } else {
                silent(rule, "a sign of its own", indicator.report().with(path, -5));
            }
            silent(rule, "zero", indicator.report().with(path, 0));
            silent(rule, "nothing there", indicator.report().with(path, null));
        }
    }

    /** MON-17 to MON-19. */
    private void growth(Indicator indicator) {
        String rule = "growth-" + indicator.rule();
        String of = indicator.key() + ".cumulative";
        SampleReport base = indicator.report().with(indicator.key() + ".lastYearCumulative", 100);
        silent(rule, "the highest", base.with(of, 100 + indicator.highest()));
        found(rule, "above", base.with(of, 101 + indicator.highest()));
        silent(rule, "the lowest", base.with(of, 100 + indicator.lowest()));
        found(rule, "below", base.with(of, 99 + indicator.lowest()));
        silent(rule, "nothing now", base.with(of, null));
        SampleReport much = base.with(of, 1_000_000);
        for (Object none : new Object[] {0, -1, -1_000_000}) {
            silent(rule, "base " + none, much.with(indicator.key() + ".lastYearCumulative", none));
        }
        silent(rule, "no base", much.with(indicator.key() + ".lastYearCumulative", null));
        if (indicator.industrial()) {
            silent(rule, "not asked of others", much.of(false));
        }
        if (indicator.quarterly()) {
            silent(rule, "not asked in this month", much.in(2021, 7));
        }
    }

    /** MON-40. */
    private void january(String key) {
        SampleReport report = SampleReport.sound(true, 2021, 1).withoutPrevious();
        for (boolean last : new boolean[] {false, true}) {
            String rule = "january-" + Indicator.of(key).rule() + (last ? "-last-year" : "");
            String month = key + (last ? ".lastYearMonth" : ".month");
            BigDecimal right = report.number(month);
            silent(rule, "equal", report);
            SampleReport twice = report.with(month, right.add(right));
            silent(
                    rule,
                    "equal, but not to the other year",
                    twice.with(key + (last ? ".lastYearCumulative" : ".cumulative"), right.add(right)));
            silent(rule, "equal, written differently", report.with(month, right.setScale(2)));
            found(rule, "a little more", report.with(month, right.add(LITTLE)));
            found(rule, "a little less", report.with(month, right.subtract(LITTLE)));
            silent(rule, "no month", report.with(month, null));
            silent(rule, "no cumulative", report.with(key + (last ? ".lastYearCumulative" : ".cumulative"), null));
            silent(rule, "another month", report.with(month, right.add(LITTLE)).in(2021, 2));
            silent(
                    rule,
                    "not asked of others",
                    report.with(month, right.add(LITTLE)).of(false));
        }
    }

    /** MON-41, MON-46. */
    private void balance(String key) {
        SampleReport report = SampleReport.sound(true, 2021, 7);
        for (boolean last : new boolean[] {false, true}) {
            String rule = "balance-" + Indicator.of(key).rule() + (last ? "-last-year" : "");
            String path = key + (last ? ".lastYearCumulative" : ".cumulative");
            SampleReport more = report.with(path, report.number(path).add(LITTLE));
            silent(rule, "the sum", report);
            found(rule, "above the sum", more);
            found(rule, "below the sum", report.with(path, report.number(path).subtract(LITTLE)));
            found(rule, "last month was less", report.withPrevious(path, 0));
            silent(rule, "last month is not accepted", more.withoutPrevious());
            silent(rule, "last month lacks it", more.withPrevious(path, null));
            silent(rule, "no month", more.with(key + (last ? ".lastYearMonth" : ".month"), null));
            silent(rule, "January", more.in(2021, 1));
            found(rule, "February", more.in(2021, 2));
            found(rule, "December", more.in(2021, 12));
            silent(rule, "not asked of others", more.of(false));
        }
    }

    /** MON-42, MON-46. */
    private void notDecreasing(String key) {
        SampleReport report = SampleReport.sound(false, 2021, 7);
        for (boolean last : new boolean[] {false, true}) {
            String rule = "not-decreasing-" + Indicator.of(key).rule() + (last ? "-last-year" : "");
            String path = key + (last ? ".lastYearCumulative" : ".cumulative");
            BigDecimal before = (BigDecimal) report.previous().get(path);
            SampleReport less = report.with(path, before.subtract(LITTLE));
            silent(rule, "the same", report.with(path, before));
            found(rule, "less", less);
            silent(rule, "last month is not accepted", less.withoutPrevious());
            silent(rule, "last month lacks it", less.withPrevious(path, null));
            silent(rule, "January", less.in(2021, 1));
            found(rule, "February", less.in(2021, 2));
            silent(rule, "nothing there", less.with(path, null));
        }
    }

    /** MON-43. */
    private void assets(String key) {
        SampleReport report = SampleReport.sound(true, 2021, 8);
        for (boolean last : new boolean[] {false, true}) {
            String rule = "assets-above-" + Indicator.of(key).rule() + (last ? "-last-year" : "");
            String column = last ? ".lastYearCumulative" : ".cumulative";
            BigDecimal other = report.number(key + column);
            SampleReport equal = report.with("totalAssets" + column, other);
            silent(rule, "above", report.with("totalAssets" + column, other.add(LITTLE)));
            found(rule, "equal", equal);
            found(rule, "below", report.with("totalAssets" + column, 0));
            silent(rule, "no assets", report.with("totalAssets" + column, null));
            silent(rule, "nothing to compare", equal.with(key + column, null));
            silent(rule, "no month of a quarter", equal.in(2021, 7));
            cases.add(new Case(rule, !Indicator.of(key).industrial(), "of others", equal.of(false)));
            found(rule, "also without last month", equal.withoutPrevious());
        }
    }

    /** MON-32. */
    private void contactAndCode() {
        SampleReport report = SampleReport.sound(false, 2021, 7);
        found("contact-number", "neither", report.with("telephone", null));
        found("contact-number", "blank", report.with("telephone", ""));
        silent("contact-number", "mobile alone", report.with("telephone", null).with("mobile", "13800000000"));
        found("credit-code-length", "too short", report.with("code", "91350100M000100Y4"));
        SampleReport organization = report.with("codeKind", "organizationCode");
        silent("credit-code-length", "a code of another kind", organization.with("code", "M000100Y-4"));
        silent("credit-code-check", "a code of another kind", organization.with("code", "91350100M000100Y44"));
        silent("credit-code-check", "another length", report.with("code", "91350100M000100Y4"));
        silent("organization-code-check", "a code of another kind", report.with("code", "M000100Y-5"));
        silent("credit-code-length", "wrong check character", report.with("code", "91350100M000100Y44"));
        found("credit-code-check", "wrong check character", report.with("code", "91350100M000100Y44"));
        silent("credit-code-check", "right", report);
        found("organization-code-check", "wrong check character", organization.with("code", "M000100Y-5"));
        silent("organization-code-check", "right", organization.with("code", "M000100Y-4"));
        found("opened-on-past", "tomorrow", report.with("openedOn", SampleReport.TODAY.plusDays(1)));
        silent("opened-on-past", "today", report.with("openedOn", LocalDate.from(SampleReport.TODAY)));
    }

    /** MON-25, CON-12. */
    private void closingStock() {
        String rule = "closing-stock";
        SampleReport report = SampleReport.sound(false, 2021, 7);
        Map<String, Object> sound = SampleReport.product("甲", 30, 20, 10);
        silent(rule, "no product", report.with("products", null));
        silent(rule, "an empty list", report.with("products", List.of()));
        silent(rule, "all sold", report.with("products", List.of(SampleReport.product("甲", 30, 30, 0))));
        found(rule, "a little more", report.with("products", List.of(SampleReport.product("甲", 30, 20, "10.01"))));
        found(rule, "a little less", report.with("products", List.of(SampleReport.product("甲", 30, 20, "9.99"))));
        found(rule, "the second", report.with("products", List.of(sound, SampleReport.product("乙", 1, 1, 1))));
        silent(rule, "no stock", report.with("products", List.of(SampleReport.product("甲", 30, 20, null))));
        silent(rule, "no sales", report.with("products", List.of(SampleReport.product("甲", 30, null, 5))));
        found(
                rule,
                "one of three, another half filled in",
                report.with(
                        "products",
                        List.of(SampleReport.product("甲", null, 20, 10), SampleReport.product("乙", 1, 1, 1), sound)));
    }
}
