package cn.baosong.filing.seal;

import cn.baosong.filing.seal.repository.SealTable;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether a hash is that of something sealed. Anybody may ask; the page counts how often. */
@Service
@Transactional(readOnly = true)
public class Verifications {

    /** The same content may have been sealed more than once. */
    private static final int MOST = 10;

    private final SealTable table;
    private final Seals seals;
    private final DailyRoots roots;

    Verifications(SealTable table, Seals seals, DailyRoots roots) {
        this.table = table;
        this.seals = seals;
        this.roots = roots;
    }

    /**
     * @param hash of a content or of a link
     * @return oldest first, at most ten; empty for a hash of nothing that was sealed, and for what is no hash
     */
    public List<Verified> find(String hash) {
        if (!Sha256.isHash(hash)) {
            return List.of();
        }
        var chains = new HashMap<UUID, ChainCheck>();
        return table.withHash(hash, MOST).stream()
                .map(seal -> new Verified(
                        seal.contentHash().equals(hash),
                        seal.sequence(),
                        seal.sealedAt(),
                        chains.computeIfAbsent(seal.enterprise(), seals::verify),
                        roots.covering(seal.sealedAt())))
                .toList();
    }
}
