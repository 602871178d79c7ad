package cn.baosong.filing.indicators.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.PagePrint;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.indicators.Explained;
import cn.baosong.filing.indicators.Explained.Line;
import cn.baosong.filing.indicators.Explained.Sheet;
import cn.baosong.filing.indicators.IndicatorDocument;
import cn.baosong.filing.indicators.IndicatorGuide;
import cn.baosong.filing.ui.SchemeSelect;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** 指标解释: every indicator and field of the report, to be searched, linked to, printed and downloaded (HOME-14, 15). */
@Route(IndicatorsView.ADDRESS)
@AnonymousAllowed
class IndicatorsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "help/indicators";

    private final transient IndicatorGuide guide;
    private final transient Schemes schemes;
    private final transient IndicatorDocument document;
    private final transient IndicatorPages pages;
    private final Nav contents = new Nav();
    private final Div sheets = new Div();
    private String page = ADDRESS;
    private transient Explained explained;

    IndicatorsView(IndicatorGuide guide, Schemes schemes, IndicatorDocument document, IndicatorPages pages) {
        this.guide = guide;
        this.schemes = schemes;
        this.document = document;
        this.pages = pages;
        addClassName("help");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var offered = schemes.offered();
        var scheme = SchemeSelect.read(event.getLocation().getQueryParameters(), offered)
                .orElseThrow(NotFoundException::new);
        page = ADDRESS + (scheme.equals(offered.get(0)) ? "" : "?" + SchemeSelect.SCHEME + "=" + scheme.key());
        explained = guide.current(scheme.key(), getLocale());
        var search = new TextField();
        search.setId("search");
        search.setPlaceholder(getTranslation("filing.indicators.search"));
        search.setAriaLabel(getTranslation("filing.indicators.search"));
        search.setClearButtonVisible(true);
        search.setMaxLength(60);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show(change.getValue()));
        var tools = new Div(new SchemeSelect(offered, scheme, this::choose), search);
        tools.addClassName("help-tools");
        contents.addClassName("help-contents");
        contents.setAriaLabel(getTranslation("filing.indicators.contents"));
        sheets.setId("indicators");
        var actions = new Div(
                pages.download(scheme.key(), getTranslation("filing.indicators.download"), getLocale()),
                new PagePrint());
        actions.addClassName("help-actions");
        var columns = new Div(sheets, contents);
        columns.addClassName("help-columns");
        add(new PageHeader(getPageTitle(), document.sentence(explained, getLocale()), actions), tools, columns);
        show("");
    }

    private void choose(String scheme) {
        getUI().ifPresent(ui -> ui.navigate(IndicatorsView.class, QueryParameters.of(SchemeSelect.SCHEME, scheme)));
    }

    private void show(String words) {
        sheets.removeAll();
        contents.removeAll();
        for (var sheet : explained.sheets()) {
            var lines =
                    sheet.lines().stream().filter(line -> line.matches(words)).toList();
            if (!lines.isEmpty()) {
                sheets.add(card(sheet, lines, words.isBlank()));
                contents.add(list(sheet, lines));
            }
        }
        if (sheets.getChildren().findAny().isEmpty()) {
            sheets.add(new EmptyState(
                    "?", getTranslation("filing.indicators.none"), getTranslation("filing.indicators.none.text")));
        }
    }

    private Component card(Sheet sheet, List<Line> lines, boolean whole) {
        var card = new Card(sheet.title());
        card.setId(sheet.id());
        lines.forEach(line -> card.add(explained(line)));
        if (whole && !sheet.checks().isEmpty()) {
            card.add(new Paragraph(getTranslation("filing.indicators.whole")), items(sheet.checks()));
        }
        return card;
    }

    private Component explained(Line line) {
        var section = new Section(new H3(IndicatorDocument.name(line, getLocale())));
        section.setId(line.anchor());
        section.addClassName("indicator");
        if (!line.definition().isEmpty()) {
            section.add(new Paragraph(line.definition()));
        }
        var facts = new UnorderedList(new ListItem(line.asked()));
        if (!line.columns().isEmpty()) {
            facts.add(new ListItem(getTranslation("filing.indicators.columns", line.columns())));
        }
        line.checks().forEach(check -> facts.add(new ListItem(check)));
        section.add(facts);
        return section;
    }

    private static UnorderedList items(List<String> texts) {
        var list = new UnorderedList();
        texts.forEach(text -> list.add(new ListItem(text)));
        return list;
    }

    private Component list(Sheet sheet, List<Line> lines) {
        var list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(anchor(line.anchor(), line.name()))));
        var title = anchor(sheet.id(), sheet.title());
        title.addClassName("strong");
        return new Div(title, list);
    }

    private Anchor anchor(String id, String text) {
        var anchor = new Anchor(page + "#" + id, text);
        anchor.setRouterIgnore(true);
        return anchor;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.indicators.title");
    }
}
