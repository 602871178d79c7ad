package cn.baosong.review.bulk;

import cn.baosong.review.Screening;
import java.util.Map;

/**
 * What an operation would do, counted.
 *
 * @param screening how many items by what the screening said; items of kinds without are not counted
 * @param directDesks how many items by the name of the desk they came to first, the most first
 * @param objected how many items have objections (不认可) standing against them; none are counted where nothing is accepted
 * @param leftOut how many were left out, and why
 */
public record BulkPreview(
        Map<Screening, Integer> screening,
        Map<String, Integer> directDesks,
        int objected,
        Map<LeftOut, Integer> leftOut) {}
