package cn.baosong.filing.seal;

import java.time.Instant;
import java.util.UUID;

/**
 * A version as it was filed, and its link in the chain of its enterprise. Hashes are SHA-256, 64 hexadecimal digits in
 * lower case.
 *
 * @param subject what was filed, such as a filing
 * @param number version of the subject, from 1
 * @param sequence link in the chain of the enterprise, from 1 without gaps
 * @param content {@link CanonicalJson}; not to be changed by who reads it
 * @param contentHash hash of {@code content}
 * @param previousHash hash of the link before, of the first link {@link LinkText#genesis}
 * @param hash hash of {@link LinkText}
 * @param sealedAt to the microsecond; never before the link before
 * @param sealedBy account that was signed in; null where the platform did it by itself
 */
public record Seal(
        UUID subject,
        int number,
        UUID enterprise,
        long sequence,
        byte[] content,
        String contentHash,
        String previousHash,
        String hash,
        Instant sealedAt,
        UUID sealedBy) {

    /** Leaves out what was filed. */
    @Override
    public String toString() {
        return "Seal[" + subject + ", " + number + ", " + sequence + ", " + hash + "]";
    }
}
