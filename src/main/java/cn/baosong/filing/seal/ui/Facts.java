package cn.baosong.filing.seal.ui;

import com.vaadin.flow.component.html.DescriptionList;

/** Names and values below each other, such as on a receipt. */
final class Facts extends DescriptionList {

    Facts() {
        addClassName("facts");
    }

    /** @param name as shown */
    Facts fact(String name, String id, String value) {
        var description = new Description(value);
        description.setId(id);
        add(new Term(name), description);
        return this;
    }

    /** A value of which every character counts. */
    Facts code(String name, String id, String value) {
        var description = new Description(value);
        description.setId(id);
        description.addClassName("code");
        add(new Term(name), description);
        return this;
    }
}
