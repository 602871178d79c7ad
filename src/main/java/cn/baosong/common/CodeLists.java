package cn.baosong.common;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The code lists of the standards (industries, regions, registration types …) as a tree of entries. Asked by forms,
 * checks and pages; answered by {@code reference}.
 */
public interface CodeLists {

    /**
     * @param list {@code industry}, {@code region}, {@code registration-type}, {@code holding-type} …
     * @param code code of the standard, unique in its list
     * @param name Chinese name
     * @param nameEn English name, null where the list has none
     * @param parent code of the entry above, null at the top
     * @param level 1 at the top
     * @param leaf whether nothing stands below
     * @param attributes what the list knows beside the name, such as {@code scaleRow} or {@code sector}
     */
    record Entry(
            String list,
            String code,
            String name,
            String nameEn,
            String parent,
            int level,
            boolean leaf,
            Map<String, String> attributes) {

        public String name(Locale locale) {
            return Texts.pick(locale, name, nameEn);
        }
    }

    /** @param parent code, or null for the top; entries in the order of their codes, none for an unknown code */
    List<Entry> children(String list, String parent);

    Optional<Entry> find(String list, String code);

    /** @return the entry with all above it, top first; empty for an unknown code */
    List<Entry> path(String list, String code);

    /** @return the name of an entry behind those of all above it, such as 浙江省 → 杭州市; empty for an unknown code */
    default String pathName(String list, String code, Locale locale) {
        return path(list, code).stream().map(entry -> entry.name(locale)).collect(Collectors.joining(" → "));
    }

    /** @param text part of a code, a name, or pinyin initials; best first, at most {@code limit} */
    List<Entry> search(String list, String text, int limit);
}
