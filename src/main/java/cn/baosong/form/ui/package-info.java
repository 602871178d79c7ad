/**
 * A form on a page: {@code FormPane} to fill in, {@code FormSheet} to read, {@code ErrorSummary} for what is wrong and
 * {@code Autosave} for what is typed. Free Vaadin components only; the look is in {@code css/form.css}.
 */
@NamedInterface("ui")
package cn.baosong.form.ui;

import org.springframework.modulith.NamedInterface;
