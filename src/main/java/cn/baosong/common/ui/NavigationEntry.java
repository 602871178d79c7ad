package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A line of the navigation. A feature supplies one as a bean; the frame shows those whose view the user may open.
 *
 * @param group translation key of the heading it stands under, empty for none
 * @param order place among all entries; entries of a group stand together
 * @param title translation key
 * @param view the page it opens
 * @param parameters of the page's route as they are now, empty where it has none
 * @param waiting how much waits there for the user; 0 shows nothing. Asked only where the user may open the page
 */
public record NavigationEntry(
        String group,
        int order,
        String title,
        Class<? extends Component> view,
        Supplier<RouteParameters> parameters,
        IntSupplier waiting) {

    /** What is more than this is said as more; nobody need count further. */
    public static final int MOST_SAID = 999;

    private static final IntSupplier NOTHING = () -> 0;

    /** @param parameters always the same */
    public NavigationEntry(
            String group,
            int order,
            String title,
            Class<? extends Component> view,
            RouteParameters parameters,
            IntSupplier waiting) {
        this(group, order, title, view, () -> parameters, waiting);
    }

    /** Of a page at which nothing waits. */
    public NavigationEntry(String group, int order, String title, Class<? extends Component> view) {
        this(group, order, title, view, RouteParameters.empty(), NOTHING);
    }

    /** @return whether it is a page at which something may wait */
    public boolean counts() {
        return waiting != NOTHING;
    }

    /** @return a count as the navigation says it, such as 999+ */
    public static String said(int waiting) {
        return waiting > MOST_SAID ? MOST_SAID + "+" : Integer.toString(waiting);
    }
}
