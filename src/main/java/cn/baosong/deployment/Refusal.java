package cn.baosong.deployment;

import cn.baosong.common.Texts;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelRefused;
import java.util.List;
import java.util.Locale;

/**
 * What a process owner reads of a refused deployment, in one language.
 *
 * @param summary one sentence with the number of findings
 * @param lines one a finding, in the order of the files; not more than were asked for
 */
public record Refusal(String summary, List<Line> lines) {

    public Refusal {
        lines = List.copyOf(lines);
    }

    /**
     * @param file name; empty where the deployment as a whole is meant
     * @param element id in the file; empty where the file as a whole is meant
     * @param name label of the element; empty for none
     * @param wrong what is wrong
     * @param remedy what to do
     */
    public record Line(String file, String element, String name, String wrong, String remedy) {

        /** @return the line as one text, such as {@code a.bpmn · 审核 (review): … → …} */
        public String text() {
            var place = new StringBuilder(file);
            if (!name.isEmpty() || !element.isEmpty()) {
                place.append(place.isEmpty() ? "" : " · ")
                        .append(name.isEmpty() ? element : name + " (" + element + ")");
            }
            return (place.isEmpty() ? "" : place + ": ") + wrong + " → " + remedy;
        }
    }

    /** @param most findings to list; the sentence tells of all */
    public static Refusal of(ModelRefused refused, int most, Texts texts, Locale locale) {
        return new Refusal(texts.get(locale, refused), lines(refused.findings(), most, texts, locale));
    }

    /** @return the first {@code most} findings as a person reads them */
    public static List<Line> lines(List<GuardFinding> findings, int most, Texts texts, Locale locale) {
        return findings.stream()
                .limit(most)
                .map(finding -> line(finding, texts, locale))
                .toList();
    }

    private static Line line(GuardFinding finding, Texts texts, Locale locale) {
        var arguments = finding.arguments().toArray();
        return new Line(
                finding.file(),
                finding.elementId(),
                finding.elementName(),
                texts.get(locale, finding.key(), arguments),
                texts.get(locale, finding.remedyKey(), arguments));
    }
}
