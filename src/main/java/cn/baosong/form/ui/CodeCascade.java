package cn.baosong.form.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.CodeLists.Entry;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.CodeEntry;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A code list chosen level by level, side by side, or found at once by code, name or pinyin initials. The value is the
 * code at the deepest level chosen so far, empty for none.
 */
final class CodeCascade extends CustomField<String> {

    private static final int MOST_FOUND = 60;

    private final transient CodeEntry field;
    private final transient CodeLists codeLists;
    private final Locale locale;
    private final List<ComboBox<Entry>> levels = new ArrayList<>();
    private final ComboBox<Entry> search = new ComboBox<>();
    private boolean filling;

    CodeCascade(CodeEntry field, CodeLists codeLists, Texts texts, Locale locale) {
        super("", true);
        this.field = field;
        this.codeLists = codeLists;
        this.locale = locale;
        String label = field.name().in(locale);

        Div boxes = new Div();
        boxes.addClassName("form-cascade");
        for (int level = 1; level <= field.levels(); level++) {
            ComboBox<Entry> box = new ComboBox<>();
            box.setManualValidation(true);
            box.setItemLabelGenerator(entry -> entry.name(locale));
            box.setPlaceholder(texts.get(locale, "form.code.choose"));
            box.setAriaLabel(label + " " + texts.get(locale, "form.code.level", level));
            box.setClearButtonVisible(true);
            int index = level - 1;
            box.addValueChangeListener(event -> chosen(index));
            levels.add(box);
            boxes.add(box);
        }
        search.setManualValidation(true);
        search.addClassName("form-cascade-search");
        search.setAriaLabel(label + " " + texts.get(locale, "form.code.search"));
        search.setPlaceholder(
                texts.get(locale, "form.code.search") + " · " + texts.get(locale, "form.code.search.placeholder"));
        search.setItemLabelGenerator(this::found);
        search.setItems(
                query -> find(query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> (int) find(query.getFilter().orElse("")).count());
        search.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                String code = event.getValue().code();
                search.clear();
                show(code);
                updateValue();
            }
        });
        boxes.add(search);
        add(boxes);
        show("");
    }

    /**
     * Nothing typed yet finds the first level. Not nothing: a combo box whose first answer was empty now and then waits
     * forever for the second.
     */
    private Stream<Entry> find(String text) {
        return text.isBlank()
                ? codeLists.children(field.list(), null).stream()
                : codeLists.search(field.list(), text.strip(), MOST_FOUND).stream()
                        .filter(this::acceptable);
    }

    private boolean acceptable(Entry entry) {
        return entry.level() <= field.levels()
                && (!field.leafOnly() || entry.leaf() || entry.level() == field.levels());
    }

    private String found(Entry entry) {
        List<String> names = codeLists.path(field.list(), entry.code()).stream()
                .map(above -> above.name(locale))
                .toList();
        return entry.code() + " " + String.join("→", names);
    }

    private void chosen(int index) {
        if (filling) {
            return;
        }
        filling = true;
        fillFrom(index + 1);
        filling = false;
        updateValue();
    }

    /** Gives the boxes from this one on the entries below what is chosen before them. */
    private void fillFrom(int index) {
        for (int i = index; i < levels.size(); i++) {
            Entry above = i == 0 ? null : levels.get(i - 1).getValue();
            List<Entry> entries = i > 0 && above == null
                    ? List.of()
                    : codeLists.children(field.list(), above == null ? null : above.code());
            levels.get(i).clear();
            levels.get(i).setItems(entries);
            levels.get(i).setEnabled(!entries.isEmpty());
        }
    }

    private void show(String code) {
        List<Entry> path = code == null || code.isEmpty() ? List.of() : codeLists.path(field.list(), code);
        filling = true;
        fillFrom(0);
        for (int i = 0; i < Math.min(path.size(), levels.size()); i++) {
            levels.get(i).setValue(path.get(i));
            fillFrom(i + 1);
        }
        filling = false;
    }

    @Override
    protected String generateModelValue() {
        String code = "";
        for (ComboBox<Entry> level : levels) {
            code = level.getValue() == null ? code : level.getValue().code();
        }
        return code;
    }

    @Override
    protected void setPresentationValue(String code) {
        show(code);
    }

    @Override
    public void setId(String id) {
        super.setId(id);
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).setId(id + "-" + (i + 1));
        }
        search.setId(id + "-search");
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        levels.forEach(level -> level.setReadOnly(readOnly));
        search.setVisible(!readOnly);
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        levels.forEach(level -> level.setInvalid(invalid));
    }

    @Override
    public void focus() {
        levels.stream()
                .filter(level -> level.isEmpty() && level.isEnabled())
                .findFirst()
                .orElse(levels.get(0))
                .focus();
    }
}
