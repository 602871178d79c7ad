package cn.baosong.filing.seal;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What is to be sealed.
 *
 * @param content what {@link CanonicalJson} takes
 * @param sealedBy null where nobody is signed in
 */
public record SealRequest(UUID subject, UUID enterprise, Map<String, Object> content, UUID sealedBy) {

    public SealRequest {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(enterprise, "enterprise");
        Objects.requireNonNull(content, "content");
    }
}
