package cn.baosong.review.ui;

import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.common.ui.NavigationSource;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Reviews;
import cn.baosong.review.SubjectSources;
import java.util.List;
import org.springframework.stereotype.Component;

/** A line of the navigation for each kind of subject that asks for one, with how much waits. */
@Component
class ReviewNavigation implements NavigationSource {

    private final SubjectSources sources;
    private final Reviews reviews;

    ReviewNavigation(SubjectSources sources, Reviews reviews) {
        this.sources = sources;
        this.reviews = reviews;
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
                () -> reviews.countWaiting(new ReviewFilter(kind, "")));
    }
}
