package cn.baosong.review;

import java.util.UUID;

/**
 * Where a review stands in a list of the inbox.
 *
 * @param position 1 for the first; not counted further than {@link Inbox#MOST_COUNTED} and one
 * @param of how many the list has, counted as far
 * @param previous subject before it, null for none
 * @param next subject after it, null for none
 */
public record InboxPlace(int position, int of, UUID previous, UUID next) {}
