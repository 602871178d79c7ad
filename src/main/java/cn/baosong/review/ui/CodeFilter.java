package cn.baosong.review.ui;

import cn.baosong.common.CodeLists;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Chooses an entry of a code list to filter by: what stands on top, or what is searched for. */
class CodeFilter extends ComboBox<CodeLists.Entry> {

    private static final int MOST_SEARCHED = 400;

    private final transient CodeLists codes;
    private final String list;
    private final Set<String> roots;

    /**
     * @param roots codes the choice lies in; empty for the whole list
     * @param chosen code, empty for none
     * @param onChoice gets the code, empty for none
     */
    CodeFilter(CodeLists codes, String list, Set<String> roots, String chosen, Consumer<String> onChoice) {
        this.codes = codes;
        this.list = list;
        this.roots = Set.copyOf(roots);
        var label = getTranslation("review.filter." + list);
        setId("filter-" + list);
        setPlaceholder(label);
        setAriaLabel(label);
        setClearButtonVisible(true);
        setItemLabelGenerator(entry -> entry.name(getLocale()));
        setItems(query -> found(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        codes.find(list, chosen).ifPresent(this::setValue);
        addValueChangeListener(change -> onChoice.accept(
                change.getValue() == null ? "" : change.getValue().code()));
    }

    private List<CodeLists.Entry> found(String text) {
        if (!text.isBlank()) {
            return codes.search(list, text, MOST_SEARCHED).stream()
                    .filter(entry -> roots.isEmpty() || inside(entry))
                    .toList();
        }
        return roots.isEmpty()
                ? codes.children(list, null)
                : roots.stream()
                        .sorted()
                        .flatMap(root ->
                                Stream.concat(codes.find(list, root).stream(), codes.children(list, root).stream()))
                        .toList();
    }

    private boolean inside(CodeLists.Entry entry) {
        return codes.path(list, entry.code()).stream()
                .map(CodeLists.Entry::code)
                .anyMatch(roots::contains);
    }
}
