package cn.baosong.review;

import java.util.UUID;

/**
 * A decision by a person, about one review or many.
 *
 * @param account who decides
 * @param actor login name at the time
 * @param reason why; null where none is given, never null for a return
 * @param operation the bulk operation it is part of, null for none
 */
public record Ruling(UUID account, String actor, Decision decision, String reason, UUID operation) {}
