package cn.baosong.filing.indicators;

import java.util.List;

/**
 * The explanation of a report in one language.
 *
 * @param title of the scheme (填报制度)
 * @param period for which it holds, in words
 * @param revision number of the scheme's revision
 */
public record Explained(String title, String period, int revision, List<Sheet> sheets) {

    /**
     * One form.
     *
     * @param id of the form
     * @param checks what is said of the form as a whole, not of one line
     */
    public record Sheet(String id, String title, List<Line> lines, List<String> checks) {}

    /**
     * One indicator or field.
     *
     * @param anchor unique in the document, made of ids of the files
     * @param section what stands around it in the form, such as the name of the table; empty for none
     * @param code what the statistics call it; empty for none
     * @param definition empty where the form says nothing
     * @param asked of whom, in which months
     * @param columns values asked for, empty where there is just one
     * @param checks limits, in the order of the rules
     */
    public record Line(
            String anchor,
            String section,
            String code,
            String name,
            String unit,
            String definition,
            String asked,
            String columns,
            List<String> checks) {

        /** @return whether a person looking for these words means this line */
        public boolean matches(String words) {
            var all = String.join(" ", code, name, unit, definition).toLowerCase(java.util.Locale.ROOT);
            return all.contains(words.strip().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
