/**
 * A form on a page: {@code FormPane} to fill in, {@code FormSheet} to read, {@code ErrorSummary} for what is wrong,
 * {@code Autosave} for what is typed and {@code KeptTyping} for what is typed without a network. What checks found goes
 * in as {@code FindingLine}s, other reports as {@code Comparison}s. Free Vaadin components only; the look is in {@code css/form.css}.
 */
@NamedInterface("ui")
package cn.baosong.form.ui;

import org.springframework.modulith.NamedInterface;
