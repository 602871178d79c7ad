package cn.baosong.excel;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts a workbook keeps once for all cells, read into a list; a text is cut off where no cell may be as long. */
final class SharedTexts extends DefaultHandler {

    private final int longest;
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int phonetic;

    SharedTexts(int longest) {
        this.longest = longest;
    }

    /** @return null where the workbook has no such text */
    String get(String index) {
        try {
            var number = Integer.parseInt(index);
            return number >= 0 && number < texts.size() ? texts.get(number) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> {
                // formats say nothing to read
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "si" -> texts.add(text.toString());
            case "rPh" -> phonetic--;
            case "t" -> inText = false;
            default -> {
                // formats say nothing to read
            }
        }
    }

    /** One character more than allowed is kept, so that the cell is found too long. */
    @Override
    public void characters(char[] letters, int start, int length) {
        if (inText && text.length() <= longest) {
            text.append(letters, start, Math.min(length, longest + 1 - text.length()));
        }
    }
}
