package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.filing.seal.Seal;
import cn.baosong.filing.seal.Seals;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sealed versions of my reports, and what differs between two of them. */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
@Transactional(readOnly = true)
public class FilingVersions {

    private final Filings filings;
    private final Seals seals;
    private final VersionDifference difference;

    FilingVersions(Filings filings, Seals seals, VersionDifference difference) {
        this.filings = filings;
        this.seals = seals;
        this.difference = difference;
    }

    /** @return oldest first; none before the first submission */
    public List<Seal> of(UUID id) {
        return seals.of(filings.get(id).id());
    }

    /**
     * @param from,to numbers of versions
     * @return what changed, in the order of the forms
     * @throws Problem {@code filing.error.no-version}
     */
    public List<VersionChange> difference(UUID id, int from, int to, Locale locale) {
        var filing = filings.get(id);
        return difference.between(filing, seals.content(seal(id, from)), seals.content(seal(id, to)), locale);
    }

    private Seal seal(UUID id, int number) {
        return seals.find(id, number).orElseThrow(() -> new Problem("filing.error.no-version", number));
    }
}
