package cn.baosong.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Newer and older entries of a long list; which page it is stands in the address. */
public final class PageTurner extends Nav {

    /** Entries on a page. */
    public static final int SIZE = 20;

    private static final String PARAMETER = "page";
    private static final int LAST = 10_000;

    /**
     * @param page from 0
     * @param more whether there is anything older
     * @param others parameters of the address that stay
     */
    public PageTurner(Class<? extends Component> view, int page, boolean more, Map<String, String> others) {
        addClassName("page-turner");
        setAriaLabel(getTranslation("account.page.turn"));
        if (page > 0) {
            add(link(view, "account.page.newer", page - 1, others));
        }
        if (more) {
            add(link(view, "account.page.older", page + 1, others));
        }
        setVisible(page > 0 || more);
    }

    /** @return from 0; 0 for whatever is no number of a page */
    public static int page(BeforeEnterEvent event) {
        var text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PARAMETER)
                .orElse("0");
        return text.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(text), LAST) : 0;
    }

    /** @return the entries of a page, of one more asked for than it has */
    public static <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(SIZE, found.size()));
    }

    private RouterLink link(Class<? extends Component> view, String key, int page, Map<String, String> others) {
        var parameters = new HashMap<>(others);
        if (page > 0) {
            parameters.put(PARAMETER, Integer.toString(page));
        }
        var link = new RouterLink(getTranslation(key), view);
        link.setQueryParameters(QueryParameters.simple(parameters));
        return link;
    }
}
