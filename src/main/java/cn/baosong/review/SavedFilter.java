package cn.baosong.review;

import java.util.UUID;

/**
 * A list of the inbox somebody has put a name to.
 *
 * @param name unique among those of the account and the kind
 */
public record SavedFilter(UUID id, String name, InboxAddress address) {}
