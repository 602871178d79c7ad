package cn.baosong.review;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/**
 * Everything a reviewer sees of a subject.
 *
 * @param content the subject's pages, read-only
 * @param waiting the review, where it waits at one of the reader's desks
 * @param actions what was decided so far, oldest first
 * @param aside cards of the narrow column in place of the list of decisions; none where that list will do
 */
public record ReviewPage(
        Subject subject,
        Component content,
        Optional<ReviewItem> waiting,
        List<ReviewAction> actions,
        List<Component> aside) {}
