package cn.baosong.common.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A chart drawn in the browser by ECharts. It is a picture to those who cannot see it: whoever shows one says the same
 * figures in a table as well.
 */
public final class Chart extends Div {

    private static final BrowserScript SCRIPT = new BrowserScript("js/chart.js", "baosongChart");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String options;

    /**
     * @param description what is drawn, in words
     * @param options of ECharts: maps, lists, texts, numbers; a text {@code --name} is the colour of that CSS variable
     * @param height pixels
     */
    public Chart(String description, Map<String, ?> options, int height) {
        try {
            this.options = JSON.writeValueAsString(options);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("options are maps, lists, texts and numbers", unwritable);
        }
        addClassName("chart");
        setHeight(height + "px");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
    }

    /** @param onChosen gets the place, from 0, of the figure that is clicked */
    public Chart onChosen(IntConsumer onChosen) {
        addClassName("chosen-by-click");
        getElement()
                .addEventListener(
                        "chart-chosen",
                        event -> onChosen.accept((int) event.getEventData().getNumber("event.detail")))
                .addEventData("event.detail");
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        SCRIPT.draw(attached, options);
    }
}
