package cn.baosong.filing.difference;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Priors;
import cn.baosong.form.ValueText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads off the forms what changed in a report. Nothing here knows an indicator: which figures there are, which of them
 * count from January and which are no sum says the form.
 */
@Component
class DifferenceReader {

    private static final Comparator<FigureLine> BY_EFFECT = Comparator.comparing(
            line -> line.effect() == null ? null : line.effect().abs(),
            Comparator.nullsLast(Comparator.reverseOrder()));

    private final FilingViews views;
    private final RegionTotals totals;
    private final CodeLists codes;
    private final Texts texts;

    DifferenceReader(FilingViews views, RegionTotals totals, CodeLists codes, Texts texts) {
        this.views = views;
        this.totals = totals;
        this.codes = codes;
        this.texts = texts;
    }

    /**
     * @param region code of the region by whose totals effects are measured; the enterprise lies in it
     * @param priors what the report is compared with
     */
    Difference of(Filing filing, String region, Priors priors, Locale locale) {
        var january = views.beginsAnew(filing);
        var restarted = january && priors.previous() != null;
        var found = new Found(
                new Side(priors.previous(), total(filing, region, priors, priors.previous())),
                new Side(priors.lastYear(), total(filing, region, priors, priors.lastYear())),
                january);
        var contexts = views.contexts(filing, priors);
        for (var form : views.forms(filing)) {
            new FormComparison(
                            form.id(),
                            views.title(filing, form).in(locale),
                            views.kind(filing),
                            new ValueText(contexts.get(form.id()), codes, texts, locale),
                            found,
                            texts,
                            locale)
                    .compare(form.components(), filing.values().getOrDefault(form.id(), Map.of()));
        }
        return found.difference(restarted);
    }

    /** Both months are asked for at once; the second time they are at hand. */
    private RegionTotal total(Filing filing, String region, Priors priors, Filing earlier) {
        if (earlier == null) {
            return RegionTotal.NONE;
        }
        var months = Stream.of(priors.previous(), priors.lastYear())
                .filter(prior -> prior != null)
                .map(Filing::month)
                .toList();
        return totals.of(filing.scheme(), region, months).get(earlier.month());
    }

    /** An earlier report and what its region reported then. */
    record Side(Filing filing, RegionTotal total) {

        Map<String, Object> values(String form) {
            return filing == null ? Map.of() : filing.values().getOrDefault(form, Map.of());
        }

        boolean there() {
            return filing != null;
        }
    }

    /** What was found so far. */
    static final class Found {

        private final List<FigureLine> indicators = new ArrayList<>();
        private final List<FigureLine> products = new ArrayList<>();
        private final List<WordLine> words = new ArrayList<>();
        private final List<FigureLine> unchanged = new ArrayList<>();
        private final Side previous;
        private final Side lastYear;
        private final boolean january;

        Found(Side previous, Side lastYear, boolean january) {
            this.previous = previous;
            this.lastYear = lastYear;
            this.january = january;
        }

        Side previous() {
            return previous;
        }

        Side lastYear() {
            return lastYear;
        }

        /** @return the report that texts are compared with: last month's, or last year's where that is missing */
        Side nearest() {
            return previous.there() ? previous : lastYear;
        }

        /** @return whether there is an earlier report at all */
        boolean comparable() {
            return previous.there() || lastYear.there();
        }

        /** @return whether a figure that counts from January begins anew */
        boolean january() {
            return january;
        }

        void indicator(FigureLine line) {
            if (line.now() != null || line.changed()) {
                (line.changed() ? indicators : unchanged).add(line);
            }
        }

        void product(FigureLine line) {
            if (line.changed()) {
                products.add(line);
            }
        }

        void word(WordLine line) {
            words.add(line);
        }

        Difference difference(boolean restarted) {
            indicators.sort(BY_EFFECT);
            return new Difference(
                    indicators, products, words, unchanged, previous.there(), lastYear.there(), restarted);
        }
    }
}
