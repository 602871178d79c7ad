package cn.baosong.filing.seal;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a feature knows of the subjects it had sealed. Supplied as a bean; a receipt does without where nobody knows a
 * subject.
 */
public interface SealedTitles {

    /**
     * @param enterprise its name as it is to stand on a receipt
     * @param scheme name of the scheme (填报制度)
     * @param period what it was filed for, such as 2026-10
     */
    record Title(String enterprise, String scheme, String period) {}

    /** @return empty for a subject of another feature */
    Optional<Title> title(UUID subject, Locale locale);

    /**
     * @return whether who is signed in may read all that the subject's enterprise filed for it, such as a reviewer whose
     *     desk sees it. The enterprise itself is not asked about here. False for a subject of another feature
     */
    boolean mayRead(UUID subject);
}
