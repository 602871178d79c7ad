package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Goes through the XML of one sheet and hands out its rows: number, and texts by index of the column. */
final class SheetCells extends DefaultHandler {

    private static final int LAST_ROW = 1_048_576;

    private final SharedTexts texts;
    private final CellText reader;
    private final SheetLimits limits;
    private final RowReceiver rows;

    private final SortedMap<Integer, String> cells = new TreeMap<>();
    private final StringBuilder value = new StringBuilder();
    private int row;
    private int column;
    private String type;
    private String style;
    private boolean inValue;
    private int phonetic;
    private boolean leftOut;

    SheetCells(SharedTexts texts, CellText reader, SheetLimits limits, RowReceiver rows) {
        this.texts = texts;
        this.reader = reader;
        this.limits = limits;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> leaveOut(new Problem("excel.error.formula", cell()));
            case "mergeCell" -> rows.merged(String.valueOf(attributes.getValue("ref")));
            case "rPh" -> phonetic++;
            case "v", "t" -> inValue = phonetic == 0;
            default -> {
                // formats, widths, comments: nothing to read
            }
        }
    }

    private void startRow(String number) {
        var next = number == null ? row + 1 : whole(number);
        if (next <= row || next > LAST_ROW) {
            throw new Problem("excel.error.damaged");
        }
        row = next;
        column = -1;
        cells.clear();
    }

    private void startCell(Attributes attributes) {
        var reference = attributes.getValue("r");
        column = reference == null ? column + 1 : column(reference);
        if (column >= limits.columns()) {
            throw new Problem("excel.error.too-many-columns", limits.columns());
        }
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        value.setLength(0);
        inValue = false;
        leftOut = false;
    }

    private int column(String reference) {
        var letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        if (letters == 0 || letters > 3) {
            throw new Problem(letters == 0 ? "excel.error.damaged" : "excel.error.too-many-columns", limits.columns());
        }
        return CellReference.convertColStringToIndex(reference.substring(0, letters));
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        if (inValue && !leftOut) {
            if (value.length() + length > limits.characters() + 1) {
                leaveOut(tooLong());
                return;
            }
            value.append(letters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> phonetic--;
            case "c" -> endCell();
            case "row" -> {
                if (!cells.isEmpty()) {
                    rows.row(row, new TreeMap<>(cells));
                }
            }
            default -> {
                // nothing was begun
            }
        }
    }

    private void endCell() {
        var raw = value.toString();
        if (raw.isEmpty() || leftOut) {
            return;
        }
        String text;
        try {
            text = text(raw);
        } catch (Problem unreadable) {
            leaveOut(unreadable);
            return;
        }
        if (text.length() > limits.characters()) {
            leaveOut(tooLong());
            return;
        }
        var clean = CellText.clean(text);
        if (!clean.isEmpty()) {
            cells.put(column, clean);
        }
    }

    private void leaveOut(Problem problem) {
        leftOut = true;
        rows.unreadable(row, Math.max(column, 0), problem);
    }

    private String text(String raw) {
        return switch (type == null ? "n" : type) {
            case "s" -> shared(raw);
            case "inlineStr", "str", "d" -> raw;
            case "b" -> "1".equals(raw.strip()) ? "true" : "false";
            case "e" -> throw new Problem("excel.error.error-value", cell(), CellText.clean(raw));
            default -> reader.number(raw, style, cell());
        };
    }

    private String shared(String index) {
        var text = texts.get(index.strip());
        if (text == null) {
            throw new Problem("excel.error.damaged");
        }
        return text;
    }

    private Problem tooLong() {
        return new Problem("excel.error.cell-too-long", cell(), limits.characters());
    }

    private String cell() {
        return CellReference.convertNumToColString(Math.max(column, 0)) + row;
    }

    private static int whole(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException noNumber) {
            throw new Problem("excel.error.damaged");
        }
    }
}
