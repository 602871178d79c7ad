package cn.baosong.filing.seal.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.FileDownload;
import cn.baosong.filing.seal.DailyRoot;
import cn.baosong.filing.seal.DailyRoots;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;

/** The daily roots (每日存证根), newest first, each with the file it is the hash of. */
final class RootList extends Div {

    private static final int PAGE = 10;
    private static final int MOST = 400;

    private final transient DailyRoots roots;
    private final transient Consumer<String> count;
    private final H2 title = new H2();
    private final Paragraph sentence = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more = new NativeButton();
    private int limit = PAGE;

    /** @param count counts an address that follows a link to a file; throws {@link Problem} if too often */
    RootList(DailyRoots roots, Consumer<String> count) {
        this.roots = roots;
        this.count = count;
        list.setId("roots");
        list.addClassName("entries");
        more.setId("more-roots");
        more.addClassName("link");
        more.addClickListener(click -> {
            limit = Math.min(MOST, limit * 4);
            say();
        });
        add(title, sentence, list, more);
    }

    /** Texts in the language of the session. */
    void say() {
        var shown = roots.newest(limit + 1);
        title.setText(getTranslation("filing.verify.roots"));
        sentence.setText(getTranslation(shown.isEmpty() ? "filing.verify.roots.none" : "filing.verify.roots.sentence"));
        list.removeAll();
        shown.stream().limit(limit).forEach(this::add);
        more.setText(getTranslation("filing.verify.roots.more"));
        more.setVisible(shown.size() > limit && limit < MOST);
    }

    private void add(DailyRoot root) {
        var day = new Div(root.day().toString());
        day.addClassName("entry-title");
        var hash = new Div(root.root());
        hash.addClassName("code");
        var chains = new Div(getTranslation("filing.verify.roots.heads", Long.toString(root.heads())));
        chains.addClassName("entry-facts");
        var text = new Div(day, hash, chains);
        text.addClassName("entry-text");
        var file = new FileDownload(
                "heads-" + root.day(),
                getTranslation("filing.verify.roots.file"),
                "baosong-heads-" + root.day() + ".txt",
                "text/plain",
                out -> roots.write(root.day(), out),
                count);
        list.add(new ListItem(text, new Span(file)));
    }
}
