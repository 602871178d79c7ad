package cn.baosong.reference;

import cn.baosong.common.CodeLists.Entry;
import java.time.LocalDate;

/**
 * One row of a code list as the table holds it.
 *
 * @param entry what other modules see of it
 * @param initials pinyin initials of the name, {@code [a-z0-9]}
 * @param validFrom first day, null: always was
 * @param validTo last day, inclusive; null: still is
 * @param sort place in the list; an entry stands after the one above it
 */
record ReferenceEntry(Entry entry, String initials, LocalDate validFrom, LocalDate validTo, int sort) {

    boolean isValidOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
    }
}
