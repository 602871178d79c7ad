package cn.baosong.filing.seal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What the hash of a link is the hash of: seven lines of ASCII, each ended by a line feed, so that anybody recomputes it
 * with {@code sha256sum}.
 *
 * <ol>
 *   <li>hash of the link before; of the first link, {@link #genesis}
 *   <li>hash of the content
 *   <li>id of the subject, lower case with hyphens
 *   <li>number of the version
 *   <li>sequence in the chain of the enterprise
 *   <li>time of sealing in UTC with six decimals: {@code 2026-01-02T03:04:05.060000Z}
 *   <li>id of the account that sealed; {@code -} where nobody was signed in
 * </ol>
 */
public final class LinkText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private LinkText() {}

    /** @return what stands before the first link of an enterprise: hash of {@code baosong chain <id>} and a line feed */
    public static String genesis(UUID enterprise) {
        return Sha256.of("baosong chain " + enterprise + "\n");
    }

    public static String of(Seal seal) {
        return of(
                seal.previousHash(),
                seal.contentHash(),
                seal.subject(),
                seal.number(),
                seal.sequence(),
                seal.sealedAt(),
                seal.sealedBy());
    }

    static String of(
            String previousHash,
            String contentHash,
            UUID subject,
            int number,
            long sequence,
            Instant sealedAt,
            UUID sealedBy) {
        return String.join(
                "\n",
                previousHash,
                contentHash,
                subject.toString(),
                Integer.toString(number),
                Long.toString(sequence),
                TIME.format(sealedAt),
                sealedBy == null ? "-" : sealedBy.toString(),
                "");
    }
}
