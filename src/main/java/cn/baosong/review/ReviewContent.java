package cn.baosong.review;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * What a feature shows of its subject on the page of a review.
 *
 * @param main the wide column
 * @param aside cards of the narrow column, in place of the plain list of decisions; none where that list will do
 */
public record ReviewContent(Component main, List<Component> aside) {}
