package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectFacets;
import cn.baosong.review.SubjectSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is reviewed is a report, whether its figures or its key fields: the same row is locked and shown. */
abstract class ReportSubjects implements SubjectSource {

    private final FilingRepository repository;
    private final Enterprises enterprises;
    private final FilingFacets facets;
    private final ReportNames names;

    ReportSubjects(FilingRepository repository, Enterprises enterprises, FilingFacets facets, ReportNames names) {
        this.repository = repository;
        this.enterprises = enterprises;
        this.facets = facets;
        this.names = names;
    }

    @Override
    public final Subject lock(UUID id) {
        return subject(there(repository.lock(id)));
    }

    @Override
    public final List<Subject> lock(Collection<UUID> ids) {
        var filings = repository.lock(ids);
        if (filings.size() < Set.copyOf(ids).size()) {
            throw new Problem("filing.error.not-found");
        }
        var owners = enterprises.find(filings.stream().map(Filing::enterprise).collect(Collectors.toSet()));
        return filings.stream()
                .map(filing -> subject(filing, owners.get(filing.enterprise())))
                .toList();
    }

    @Override
    public final Subject find(UUID id) {
        return subject(filing(id));
    }

    /** A disabled enterprise files nothing (ADM-04). */
    @Override
    public final Optional<UUID> setDesk(UUID id) {
        return enterprises.holdSetDesk(there(repository.lock(id)).enterprise());
    }

    @Override
    public final boolean isOwn(UUID id, UUID account) {
        return repository.find(id, account).isPresent();
    }

    @Override
    public final SubjectFacets facets(UUID id) {
        return facets.of(there(repository.lock(id)));
    }

    /** @throws Problem {@code filing.error.not-found} */
    final Filing filing(UUID id) {
        return there(repository.find(id));
    }

    private static Filing there(Optional<Filing> filing) {
        return filing.orElseThrow(() -> new Problem("filing.error.not-found"));
    }

    private Subject subject(Filing filing) {
        return subject(filing, enterprises.find(filing.enterprise()).orElseThrow());
    }

    private Subject subject(Filing filing, Enterprise enterprise) {
        return new Subject(
                filing.id(),
                enterprise.name(),
                names.of(filing, Texts.CHINESE),
                enterprise.region(),
                filing.processInstance());
    }
}
