package cn.baosong.common.ui;

import com.vaadin.flow.component.html.Span;

/** A status in a word and a colour, the same everywhere. */
public final class StatusBadge extends Span {

    /** The colours a status can have; the word is always said as well. */
    public enum Tone {
        NONE,
        EDITING,
        WAITING,
        RETURNED,
        ACCEPTED,
        FROZEN,
        ATTENTION
    }

    public StatusBadge(Tone tone, String word) {
        super(word);
        addClassNames("badge", tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
