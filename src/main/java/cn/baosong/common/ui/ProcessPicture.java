package cn.baosong.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A BPMN file as a picture to be moved and zoomed, drawn in the browser by bpmn-js; where a process stands is marked. */
public final class ProcessPicture extends Div {

    private static final BrowserScript SCRIPT = new BrowserScript("js/model-diagram.js", "baosongDiagram");
    private static final String BETWEEN = " ";
    private static final String PART = "|";

    private final String bpmn;
    private final String current;
    private final String walked;
    private final List<String> marks = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();

    /**
     * @param name what is drawn, for those who cannot see it
     * @param bpmn the file
     * @param current ids of the activities the process stands at
     * @param walked ids of the activities it has left behind; ids the file does not know are left aside
     */
    public ProcessPicture(String name, String bpmn, Collection<String> current, Collection<String> walked) {
        this.bpmn = bpmn;
        this.current = String.join(BETWEEN, current);
        this.walked = String.join(BETWEEN, walked);
        addClassName("diagram");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
    }

    /** The model alone, no process standing anywhere. */
    public ProcessPicture(String name, String bpmn) {
        this(name, bpmn, List.of(), List.of());
    }

    /**
     * Colours elements.
     *
     * @param mark class of the style sheet
     * @param ids those the file does not know are left aside
     */
    public ProcessPicture mark(String mark, Collection<String> ids) {
        ids.forEach(id -> marks.add(mark + PART + id));
        return this;
    }

    /**
     * Writes a number beside an element.
     *
     * @param mark class of the style sheet for the number; {@code good} ones stand at the right, {@code bad} ones at the
     *     left
     */
    public ProcessPicture count(String mark, String id, long number) {
        counts.add(mark + PART + id + PART + number);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        SCRIPT.draw(attached, bpmn, current, walked, String.join(BETWEEN, marks), String.join(BETWEEN, counts));
    }
}
