package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.excel.BookProblem;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.imports.ImportResult;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a file: imported, with where to go on (CON-13), or every problem by its place. */
class ImportPanel extends Div {

    private final transient ImportResult result;
    private final String name;
    private final transient Texts texts;
    private final Locale locale;

    /** @param name what the report is called */
    ImportPanel(ImportResult result, String name, Texts texts, Locale locale) {
        this.result = result;
        this.name = name;
        this.texts = texts;
        this.locale = locale;
        setId(result.imported() ? "imported" : "refused");
        add(result.imported() ? imported() : refused());
    }

    private Card imported() {
        var card = new Card(
                texts.get(locale, "filing.import.done.title"),
                new Callout(
                        Callout.Kind.OK,
                        texts.get(locale, "filing.import.done.text", result.fileName(), name, result.values())));
        if (!result.findings().isEmpty()) {
            card.add(new Callout(
                    Callout.Kind.WARN,
                    texts.get(
                            locale,
                            "filing.import.done.findings",
                            result.findings().size()),
                    findings()));
        }
        var page = FilingPages.fill(result.task());
        var links = new Div(
                link("continue", page, "filing.import.continue"),
                link("view", FilingPages.view(result.task()), "filing.import.view"));
        links.addClassName("import-links");
        card.add(links);
        return card;
    }

    private Component findings() {
        var list = new UnorderedList();
        result.findings().stream().map(this::said).map(ListItem::new).forEach(list::add);
        return list;
    }

    private String said(FilingFinding finding) {
        return Texts.pick(locale, finding.message(), finding.messageEn());
    }

    private Anchor link(String id, String page, String text) {
        var link = new Anchor(page, texts.get(locale, text));
        link.setId(id);
        return link;
    }

    private Card refused() {
        var count = result.problems().size();
        var card = new Card(
                texts.get(locale, "filing.import.refused.title"),
                new Callout(
                        Callout.Kind.BAD,
                        texts.get(
                                locale,
                                result.more() ? "filing.import.refused.many" : "filing.import.refused.text",
                                result.fileName(),
                                count)));
        result.problems().stream()
                .collect(Collectors.groupingBy(BookProblem::sheet, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((sheet, problems) -> card.add(heading(sheet, problems.size()), table(problems)));
        return card.trailing(download());
    }

    private Component heading(String sheet, int count) {
        var heading = new Paragraph(texts.get(
                locale,
                "filing.import.problems.of",
                sheet.isEmpty() ? texts.get(locale, "filing.import.problems.whole") : sheet,
                count));
        heading.addClassName("import-sheet");
        return heading;
    }

    private Component table(List<BookProblem> problems) {
        var head = new NativeTableRow();
        for (var column : List.of("row", "column", "label", "message")) {
            head.add(new NativeTableHeaderCell(texts.get(locale, "filing.import.problem." + column)));
        }
        var body = new NativeTableBody();
        for (var problem : problems) {
            body.add(new NativeTableRow(
                    new NativeTableCell(row(problem)),
                    new NativeTableCell(problem.letter()),
                    new NativeTableCell(problem.label(locale)),
                    new NativeTableCell(problem.message(texts, locale))));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }

    private static String row(BookProblem problem) {
        return problem.row() == 0 ? "" : Integer.toString(problem.row());
    }

    private Anchor download() {
        var link = new Anchor(
                new AsText(result.task().anchor() + ".txt", text()),
                texts.get(locale, "filing.import.problems.download"));
        link.setId("problems");
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        return link;
    }

    private String text() {
        return result.problems().stream()
                .map(problem -> String.join(
                        "\t",
                        problem.sheet(),
                        problem.letter() + row(problem),
                        problem.label(locale),
                        problem.message(texts, locale)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** A text with a byte order mark, which editors of Windows ask for. */
    private record AsText(String fileName, String content) implements DownloadHandler {
        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            event.setFileName(fileName);
            event.setContentType("text/plain; charset=utf-8");
            event.getOutputStream().write(("\uFEFF" + content).getBytes(StandardCharsets.UTF_8));
        }
    }
}
