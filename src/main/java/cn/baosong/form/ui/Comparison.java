package cn.baosong.form.ui;

import cn.baosong.form.Bilingual;
import java.util.Map;

/**
 * Values of another report to compare with while filling in.
 *
 * @param name such as 上月
 * @param values flat by path; what the form lacks is left aside
 */
public record Comparison(Bilingual name, Map<String, Object> values) {}
