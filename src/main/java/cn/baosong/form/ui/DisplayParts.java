package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.form.CleanText;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Image;
import cn.baosong.form.FormComponent.Link;
import cn.baosong.form.FormComponent.Separator;
import cn.baosong.form.FormComponent.Spacer;
import cn.baosong.form.FormComponent.Table;
import cn.baosong.form.FormComponent.TextBlock;
import cn.baosong.form.FormContext;
import cn.baosong.form.NumberText;
import cn.baosong.form.TextTemplate;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a form only shows: made anew when the values it depends on change. */
final class DisplayParts {

    private final FormContext context;
    private final Texts texts;
    private final Locale locale;

    DisplayParts(FormContext context, Texts texts, Locale locale) {
        this.context = context;
        this.texts = texts;
        this.locale = locale;
    }

    /** @return null for what is not shown at all: a button, which the page around has */
    Component create(FormComponent component, Map<String, Object> names) {
        if (component instanceof TextBlock block) {
            return text(block, names);
        } else if (component instanceof Image image) {
            return image(image, names);
        } else if (component instanceof Table table) {
            return table(table, names);
        } else if (component instanceof Link link) {
            return link(link, names);
        } else if (component instanceof Separator) {
            return new Hr();
        } else if (component instanceof Spacer spacer) {
            Div space = new Div();
            space.setHeight(spacer.height() + "px");
            return space;
        } else if (component instanceof FormComponent.Button) {
            return null;
        }
        return notice(texts.get(locale, "form.unknown", component.name().in(locale)));
    }

    /** @return what the component says now, to be compared: the same means nothing need be made anew */
    Object content(FormComponent component, Map<String, Object> names) {
        if (component instanceof TextBlock block) {
            return TextTemplate.fill(block, context, names, locale);
        } else if (component instanceof Image image) {
            return TextTemplate.fill(image.source(), context, names);
        } else if (component instanceof Link link) {
            return TextTemplate.fill(link.address(), context, names);
        } else if (component instanceof Table table) {
            return List.of(rows(table, names), columns(table, names));
        }
        return "";
    }

    static Component notice(String message) {
        Div notice = new Div(message);
        notice.addClassName("form-notice");
        notice.getElement().setAttribute("role", "note");
        return notice;
    }

    private Component text(TextBlock block, Map<String, Object> names) {
        String text = TextTemplate.fill(block, context, names, locale);
        Component shown = block.html() ? new Html("<div>" + text + "</div>") : new Markdown(text);
        shown.addClassName("form-text");
        return shown;
    }

    private Component image(Image image, Map<String, Object> names) {
        String source = TextTemplate.fill(image.source(), context, names);
        if (!CleanText.isWebAddress(source)) {
            return notice(image.alternative().in(locale));
        }
        var shown = new com.vaadin.flow.component.html.Image(
                source, image.alternative().in(locale));
        shown.addClassName("form-image");
        return shown;
    }

    private Component link(Link link, Map<String, Object> names) {
        String address = TextTemplate.fill(link.address(), context, names).strip();
        String label =
                link.head().label().isEmpty() ? address : link.head().label().in(locale);
        if (!CleanText.isWebAddress(address)) {
            return new Span(label);
        }
        Anchor anchor = new Anchor(address, texts.get(locale, "form.link.open", label), AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        return anchor;
    }

    private Component table(Table table, Map<String, Object> names) {
        List<Table.Column> columns = columns(table, names);
        Element shown = new Element("table");
        if (!table.head().label().isEmpty()) {
            shown.appendChild(cell("caption", table.head().label().in(locale)));
        }
        Element head = new Element("tr");
        columns.forEach(column -> head.appendChild(cell("th", column.label())));
        shown.appendChild(new Element("thead").appendChild(head));
        Element body = new Element("tbody");
        for (Object row : rows(table, names)) {
            Element line = new Element("tr");
            columns.forEach(column ->
                    line.appendChild(cell("td", said(row instanceof Map<?, ?> map ? map.get(column.key()) : row))));
            body.appendChild(line);
        }
        shown.appendChild(body);
        Div around = new Div();
        around.addClassName("form-table");
        around.getElement().appendChild(shown);
        return around;
    }

    private List<?> rows(Table table, Map<String, Object> names) {
        Object rows = table.source() == null ? null : context.expressions().evaluate(table.source(), names);
        return rows instanceof List<?> list ? list : List.of();
    }

    private List<Table.Column> columns(Table table, Map<String, Object> names) {
        Object given = table.columnsExpression() == null
                ? null
                : context.expressions().evaluate(table.columnsExpression(), names);
        if (!(given instanceof List<?> list)) {
            return table.columns();
        }
        List<Table.Column> columns = new ArrayList<>();
        for (Object column : list) {
            if (column instanceof Map<?, ?> map) {
                String key = Objects.toString(map.get("key"), "");
                columns.add(new Table.Column(key, Objects.toString(map.get("label"), key)));
            }
        }
        return columns;
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
    }

    private static String said(Object value) {
        return value instanceof BigDecimal number ? NumberText.format(number) : Objects.toString(value, "");
    }
}
