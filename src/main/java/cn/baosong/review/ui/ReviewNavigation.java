package cn.baosong.review.ui;

import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.common.ui.NavigationSource;
import cn.baosong.review.Inbox;
import cn.baosong.review.SubjectSources;
import java.util.List;
import org.springframework.stereotype.Component;

/** A line of the navigation for each kind of subject that asks for one, with how much waits. */
@Component
class ReviewNavigation implements NavigationSource {

    private final SubjectSources sources;
    private final Inbox inbox;

    ReviewNavigation(SubjectSources sources, Inbox inbox) {
        this.sources = sources;
        this.inbox = inbox;
    }

    @Override
    public List<NavigationEntry> entries() {
        return sources.navigation().entrySet().stream()
                .map(place -> entry(place.getKey(), place.getValue()))
                .toList();
    }

    private NavigationEntry entry(int order, String kind) {
        return new NavigationEntry(
                "review.navigation",
                order,
                "review.kind." + kind,
                InboxView.class,
                ReviewPages.parameters(kind),
                () -> inbox.countForNavigation(kind));
    }
}
