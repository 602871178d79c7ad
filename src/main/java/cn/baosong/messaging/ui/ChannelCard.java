package cn.baosong.messaging.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.common.ui.When;
import cn.baosong.messaging.ChannelReport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Each channel in a line: works, fails, or is not there. */
class ChannelCard extends Div {

    ChannelCard(List<ChannelReport> channels) {
        var card = new Card(getTranslation("messaging.outbox.channels"));
        for (var channel : channels) {
            var line = new Div(new Span(name(channel)), new Div(badge(channel)));
            line.addClassName("fact");
            line.setId("channel-" + channel.channel().name());
            card.add(line);
            if (!channel.carried()) {
                card.add(small(getTranslation("messaging.outbox.channel.absent.sentence", name(channel))));
            }
            if (channel.failures() > 0) {
                card.add(small(getTranslation(
                        "messaging.outbox.channel.since",
                        When.exact(channel.since()),
                        channel.failures(),
                        channel.lastError())));
            }
        }
        add(card);
    }

    private String name(ChannelReport channel) {
        return getTranslation("messaging.channel." + channel.channel());
    }

    private StatusBadge badge(ChannelReport channel) {
        if (channel.incident()) {
            return new StatusBadge(Tone.RETURNED, getTranslation("messaging.outbox.channel.incident"));
        }
        if (!channel.carried()) {
            return new StatusBadge(Tone.NONE, getTranslation("messaging.outbox.channel.absent"));
        }
        return channel.failures() > 0
                ? new StatusBadge(Tone.ATTENTION, getTranslation("messaging.outbox.channel.failing"))
                : new StatusBadge(Tone.ACCEPTED, getTranslation("messaging.outbox.channel.works"));
    }

    private static Paragraph small(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("muted", "small");
        return paragraph;
    }
}
