package cn.baosong.common.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** A list that is read page by page while it is scrolled. A short one is shown whole. */
public class PagedGrid<T> extends Grid<T> {

    private static final int FEW = 20;

    /** Reads a part of the list. */
    public interface Pages<T> {
        List<T> read(int offset, int limit);
    }

    /** @param count how many there are, and stay */
    public PagedGrid(String id, int count, Pages<T> pages) {
        this(id, count, pages, () -> count);
    }

    /**
     * @param count how many there are now
     * @param counted how many there are when the list is read again
     */
    public PagedGrid(String id, int count, Pages<T> pages, IntSupplier counted) {
        setId(id);
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setAllRowsVisible(count <= FEW);
        setItems(
                DataProvider.fromCallbacks(query -> pages.read(query.getOffset(), query.getLimit()).stream(), query -> {
                    // A provider must ask for both, though a count needs neither.
                    query.getOffset();
                    query.getLimit();
                    return counted.getAsInt();
                }));
    }

    /** @param onTicked gets those that are ticked, whenever that changes */
    protected final void tickable(Consumer<Set<T>> onTicked) {
        setSelectionMode(SelectionMode.MULTI);
        asMultiSelect().addValueChangeListener(change -> onTicked.accept(change.getValue()));
    }
}
