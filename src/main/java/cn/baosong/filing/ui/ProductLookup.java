package cn.baosong.filing.ui;

import cn.baosong.filing.ProductCatalogue;
import cn.baosong.filing.ProductCode;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.ui.FormPane;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** 查询产品代码 (MON-23): what is chosen fills the last row where that one has no product yet, and a new row otherwise. */
class ProductLookup extends Dialog {

    private static final String LOOKUP = "lookup";
    private static final String ADDRESS = "lookup.address";
    private static final String SECURE = "https://";

    /** @param list the list whose rows take products */
    ProductLookup(ProductCatalogue catalogue, FormPane pane, FormComponent list) {
        setHeaderTitle(getTranslation("filing.fill.lookup"));
        setMaxWidth("620px");
        setWidthFull();
        add(new ProductSearch(catalogue, chosen -> {
            close();
            take(pane, list.head().path(), chosen);
        }));
        var address = list.head().property(ADDRESS);
        if (address != null && address.startsWith(SECURE)) {
            var official = new Anchor(address, getTranslation("filing.catalogue.official"), AnchorTarget.BLANK);
            official.getElement().setAttribute("rel", "noopener noreferrer");
            add(official);
        }
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()));
    }

    /** @return the list whose rows take products, as the form says; empty where it has none */
    static Optional<FormComponent> list(FormDefinition form) {
        return form.all()
                .filter(component -> component instanceof DynamicList
                        && "products".equals(component.head().property(LOOKUP)))
                .findFirst();
    }

    static void take(FormPane pane, String list, ProductCode chosen) {
        var rows = new ArrayList<Map<String, Object>>(
                FormEvaluation.rows(pane.values().get(list)));
        var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        var row = new LinkedHashMap<String, Object>();
        if (last != null && !last.containsKey("name") && !last.containsKey("code")) {
            row.putAll(rows.remove(rows.size() - 1));
        }
        row.put("name", chosen.name());
        row.put("code", chosen.code());
        if (chosen.unit() != null) {
            row.put("unit", chosen.unit());
        }
        rows.add(row);
        pane.apply(Map.of(list, rows));
    }
}
