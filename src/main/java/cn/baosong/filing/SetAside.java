package cn.baosong.filing;

import java.time.Instant;
import java.util.UUID;

/**
 * Something typed into a form that no form of the report takes any more since it was carried over to another revision.
 * Kept, so that nothing typed is lost: it is shown to the enterprise, and goes back where a later revision asks for it again.
 *
 * @param path of the value in the form, as in a draft
 * @param value as in the draft
 * @param revision the revision under which it was typed
 */
public record SetAside(String form, String path, Object value, UUID revision, Instant at) {}
