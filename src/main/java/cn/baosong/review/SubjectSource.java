package cn.baosong.review;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Supplied by a feature for each kind of subject it has reviewed. */
public interface SubjectSource {

    /** @return the value of the flag {@code subjectKind} in the models, such as {@code registration} */
    String kind();

    /**
     * Place of the kind's inbox among all lines of the navigation, 300 to 399. Its name is the text
     * {@code review.kind.<kind>}.
     *
     * @return empty where the kind has an inbox and no line of its own
     */
    default OptionalInt navigationOrder() {
        return OptionalInt.empty();
    }

    /**
     * Locks the subject's row for the rest of the transaction. Every transition begins here.
     *
     * @throws cn.baosong.common.Problem where there is no such subject
     */
    Subject lock(UUID id);

    /**
     * Locks several for the rest of the transaction, in the order of their ids.
     *
     * @return as many, in whatever order
     * @throws cn.baosong.common.Problem where one of them is not there
     */
    default List<Subject> lock(Collection<UUID> ids) {
        return ids.stream().sorted().map(this::lock).toList();
    }

    /** @return the subject as it is, without a lock */
    Subject find(UUID id);

    /** @return whether the subject belongs to the enterprise of this account; false where there is no such subject */
    boolean isOwn(UUID id, UUID account);

    /**
     * What lists are searched and sorted by. Asked for when a review comes to a desk, under the subject's lock.
     *
     * @return {@link SubjectFacets#NONE} for kinds that have nothing of the sort
     */
    default SubjectFacets facets(UUID id) {
        return SubjectFacets.NONE;
    }

    /**
     * The desk that was set for whom the subject belongs to (变更审核员, ADM-06). Asked for under the subject's lock when
     * it is submitted; stays so until the transaction ends.
     *
     * @return empty where the first desk goes by region
     */
    default Optional<UUID> setDesk(UUID id) {
        return Optional.empty();
    }

    /**
     * What reviewers have objected to (不认可) and the enterprise has not changed since. It keeps nobody from accepting, but is
     * said before.
     *
     * @return how many objections, by subject; subjects without are missing
     */
    default Map<UUID, Integer> objections(Collection<UUID> subjects) {
        return Map.of();
    }

    /** @return what an acceptance of it is called */
    default Wording wording() {
        return Wording.ACCEPT;
    }

    /** @return whether its reviews can skip levels (越级接收, REV-06): its model awaits the message in every review */
    default boolean skipsLevels() {
        return false;
    }

    /**
     * What the headline figure of {@link #facets} is called in lists, with its unit.
     *
     * @return empty for kinds whose lists show neither a figure nor a screening
     */
    default Optional<String> figure(Locale locale) {
        return Optional.empty();
    }

    /** @return the subject's pages for a reviewer, read-only */
    Component page(UUID id, Locale locale);

    /**
     * What the page of the review shows, where that is more than the subject's pages.
     *
     * @return for the one who visits; called in the transaction that has found the visit allowed
     */
    default ReviewContent content(ReviewVisit visit) {
        return new ReviewContent(page(visit.subject().id(), visit.locale()), List.of());
    }
}
