package cn.baosong.filing.indicators;

import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.filing.FilingModel;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormDefinition;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of whom and in which months something is asked, found by trying its conditions: each month, with each yes and no of the
 * enterprise that the conditions read. What depends on anything else is said to depend on what is filled in.
 */
class AskedWhen {

    private static final String ENTERPRISE = "enterprise.";
    private static final String MONTH = "period.month";
    private static final int MOST_FACTS = 3;
    private static final int ANY_YEAR = 2001;

    private final FilingModel model;
    private final boolean describesEnterprise;
    private final Feel feel;
    private final Expressions expressions;
    private final Texts texts;
    private final Locale locale;

    AskedWhen(FilingModel model, FormDefinition form, Feel feel, Expressions expressions, Texts texts, Locale locale) {
        this.model = model;
        this.describesEnterprise = form == model.enterpriseForm();
        this.feel = feel;
        this.expressions = expressions;
        this.texts = texts;
        this.locale = locale;
    }

    /** @param hidden conditions under which it, or something around it, is hidden */
    String of(List<String> hidden) {
        if (hidden.isEmpty()) {
            return always();
        }
        var facts = facts(hidden);
        if (facts.isEmpty() || describesEnterprise && !facts.get().isEmpty()) {
            return say("depends");
        }
        var months = new LinkedHashMap<Map<String, Object>, Set<Integer>>();
        for (var enterprise : combinations(List.copyOf(facts.get()))) {
            months.put(enterprise, months(hidden, enterprise));
        }
        if (months.values().stream().allMatch(Set::isEmpty)) {
            return say("depends");
        }
        if (new HashSet<>(months.values()).size() == 1) {
            return said(months.values().iterator().next());
        }
        return months.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> say("of", described(one.getKey()), said(one.getValue())))
                .collect(Collectors.joining(Texts.pick(locale, "；", "; ")));
    }

    /** @return facts of the enterprise that are read, empty where something else is read as well */
    private Optional<Set<String>> facts(List<String> hidden) {
        var facts = new TreeSet<String>();
        for (var condition : hidden) {
            Set<String> names;
            try {
                names = feel.compile(condition).names();
            } catch (FeelException unreadable) {
                return Optional.empty();
            }
            for (var name : names) {
                var fact = name.startsWith(ENTERPRISE) ? name.substring(ENTERPRISE.length()) : null;
                if (fact != null && model.enterpriseForm().find(fact).isPresent()) {
                    facts.add(fact);
                } else if (!name.equals(MONTH)) {
                    return Optional.empty();
                }
            }
        }
        return facts.size() > MOST_FACTS ? Optional.empty() : Optional.of(facts);
    }

    private static List<Map<String, Object>> combinations(List<String> facts) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (var fact : facts) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (var known : all) {
                for (var value : List.of(true, false)) {
                    var more = new LinkedHashMap<>(known);
                    more.put(fact, value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private Set<Integer> months(List<String> hidden, Map<String, Object> enterprise) {
        return begins().filter(month -> {
                    var names = new HashMap<String, Object>();
                    names.put("period", Map.of("month", BigDecimal.valueOf(month)));
                    names.put("enterprise", enterprise);
                    return hidden.stream().noneMatch(condition -> expressions.holds(condition, names));
                })
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String described(Map<String, Object> enterprise) {
        return enterprise.entrySet().stream()
                .map(fact -> say(
                        fact.getValue().equals(true) ? "is" : "is-not",
                        model.enterpriseForm()
                                .find(fact.getKey())
                                .orElseThrow()
                                .name()
                                .in(locale)))
                .collect(Collectors.joining(Texts.pick(locale, "，", ", ")));
    }

    private String said(Set<Integer> months) {
        return months.size() == begins().count()
                ? always()
                : say(
                        "months",
                        months.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(Texts.pick(locale, "、", ", "))));
    }

    private String always() {
        return texts.get(locale, model.periodKind().key("filing.indicators.asked.always."));
    }

    /** @return the months in which a period of the scheme begins */
    private IntStream begins() {
        return IntStream.rangeClosed(1, 12).filter(month -> model.periodKind().begins(YearMonth.of(ANY_YEAR, month)));
    }

    private String say(String key, Object... arguments) {
        return texts.get(locale, "filing.indicators.asked." + key, arguments);
    }
}
