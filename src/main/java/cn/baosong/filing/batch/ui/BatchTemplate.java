package cn.baosong.filing.batch.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.Callout;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.batch.BatchReports;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** The template of a report: of all enterprises that have not begun it, or of those in a region that is chosen. */
class BatchTemplate extends Div {

    /** A region and how many there are in it. */
    private record Part(String region, int count) {}

    private final transient BatchReports batches;
    private final transient ReportNames names;
    private final ComboBox<Part> region = new ComboBox<>();
    private transient Map<String, Integer> counts = Map.of();
    private transient ReportTask task;

    BatchTemplate(BatchReports batches, ReportNames names, CodeLists codes) {
        this.batches = batches;
        this.names = names;
        addClassName("import-template");
        region.setId("region");
        region.setLabel(getTranslation("filing.batch.region"));
        region.setPlaceholder(getTranslation("filing.batch.region.all"));
        region.setClearButtonVisible(true);
        region.setItemLabelGenerator(part -> getTranslation(
                "filing.batch.region.part", codes.pathName("region", part.region(), getLocale()), part.count()));
        region.addValueChangeListener(change -> offer());
    }

    /** @return the choice of a region, to stand beside that of the period; hidden where there is nothing to choose */
    ComboBox<?> region() {
        return region;
    }

    /** @param chosen null for none */
    void show(ReportTask chosen) {
        task = chosen;
        counts = chosen == null ? Map.of() : batches.notBegun(chosen);
        var parts = counts.entrySet().stream()
                .filter(part -> part.getValue() < all())
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
        region.setItems(parts);
        region.setVisible(!parts.isEmpty());
        offer();
    }

    private int all() {
        return counts.getOrDefault(BatchReports.EVERYWHERE, 0);
    }

    private void offer() {
        removeAll();
        if (task == null) {
            return;
        }
        var wanted = task;
        var name = names.of(wanted, getLocale());
        var chosen = region.getOptionalValue();
        var count = chosen.map(Part::count).orElse(all());
        if (count == 0) {
            add(new Callout(Callout.Kind.INFO, getTranslation("filing.batch.all-begun", name)));
            return;
        }
        var offered = batches.offered();
        var advised = batches.advised();
        var where = chosen.map(Part::region).orElse(BatchReports.EVERYWHERE);
        var locale = getLocale();
        add(new SheetDownload(
                "template",
                getTranslation("filing.batch.template", name, Math.min(count, offered)),
                getTranslation("filing.batch.file") + "-" + wanted.anchor(),
                out -> out.write(batches.template(wanted, where, locale))));
        if (count > offered) {
            add(warning("more", getTranslation("filing.batch.more", count, offered)));
        } else if (count > advised) {
            add(warning("many", getTranslation("filing.batch.many", count, advised)));
        }
    }

    private static Callout warning(String id, String text) {
        var callout = new Callout(Callout.Kind.WARN, text);
        callout.setId(id);
        return callout;
    }
}
