package cn.baosong.common.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.function.Consumer;

/**
 * How many things came to one result.
 *
 * @param result its name in addresses and ids
 * @param words the same for people
 * @param bad whether it asks for attention
 */
public record Tally(String result, String words, int count, boolean bad) {

    /** Parameter of the address that says which result is shown. */
    public static final String SHOW = "show";

    /** @return a tile for each result, its number large */
    public static Div tiles(List<Tally> tallies) {
        var tiles = new Div();
        tiles.addClassName("tiles");
        tallies.forEach(tally -> tiles.add(tally.tile()));
        return tiles;
    }

    private Div tile() {
        var number = new Element("b");
        number.setText(Integer.toString(count));
        var tile = new Div();
        tile.setId("count-" + result);
        tile.addClassName("tile");
        tile.setClassName("bad", bad);
        tile.getElement().appendChild(number);
        tile.add(new Span(words));
        return tile;
    }

    /**
     * @param all words of the first tab, which shows every result
     * @param shown the result shown now; null for all
     * @param onChosen gets the parameters of the address that shows what was chosen
     */
    public static Tabs tabs(String all, List<Tally> tallies, String shown, Consumer<QueryParameters> onChosen) {
        var tabs = new Tabs(new Tab(all));
        tabs.setId("filter");
        for (var tally : tallies) {
            var tab = new Tab(tally.words() + " " + tally.count());
            tab.setId(tally.result());
            tabs.add(tab);
            if (tally.result().equals(shown)) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(change -> onChosen.accept(change.getSelectedTab()
                .getId()
                .map(result -> QueryParameters.of(SHOW, result))
                .orElse(QueryParameters.empty())));
        return tabs;
    }
}
