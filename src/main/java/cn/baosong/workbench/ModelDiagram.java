package cn.baosong.workbench;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;

/** A BPMN file as a picture to be moved and zoomed, drawn in the browser by bpmn-js. */
class ModelDiagram extends Div {

    private static final String SCRIPT = "js/model-diagram.js";

    private final String bpmn;

    ModelDiagram(String bpmn) {
        this.bpmn = bpmn;
        addClassName("diagram");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("workbench.diagram"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript(SCRIPT);
        getElement().executeJs("""
                        const draw = () => window.baosongDiagram ? window.baosongDiagram(this, $0) : setTimeout(draw, 50);
                        draw();
                        """, bpmn);
    }
}
