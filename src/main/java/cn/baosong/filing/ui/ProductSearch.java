package cn.baosong.filing.ui;

import cn.baosong.filing.ProductCatalogue;
import cn.baosong.filing.ProductCode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Looks products up by the beginning of a code or a part of a name (查询产品代码). */
final class ProductSearch extends Div {

    private static final int MOST = 100;

    private final transient ProductCatalogue catalogue;
    private final transient Consumer<ProductCode> chosen;
    private final Div found = new Div();

    /** @param chosen gets the entry somebody clicks */
    ProductSearch(ProductCatalogue catalogue, Consumer<ProductCode> chosen) {
        this.catalogue = catalogue;
        this.chosen = chosen;
        var text = new TextField(getTranslation("filing.catalogue.text"));
        text.setId("product-text");
        text.setMaxLength(MOST);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> show(change.getValue()));
        found.setId("products-found");
        found.addClassName("product-list");
        found.getElement().setAttribute("role", "status");
        add(text, found);
        if (catalogue.count() == 0) {
            found.add(new Paragraph(getTranslation("filing.catalogue.none")));
        }
    }

    private void show(String text) {
        found.removeAll();
        var entries = catalogue.search(text);
        if (entries.isEmpty() && !text.isBlank()) {
            found.add(new Paragraph(getTranslation("filing.catalogue.nothing", text.strip())));
        }
        entries.forEach(entry -> found.add(line(entry)));
    }

    private Button line(ProductCode entry) {
        var name = new Span(entry.code() + "  " + entry.name() + (entry.unit() == null ? "" : "  " + entry.unit()));
        var line = new Button(name, click -> chosen.accept(entry));
        line.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return line;
    }
}
