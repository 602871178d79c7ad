package cn.baosong.filing.seal;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.filing.seal.repository.SealTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was filed, sealed. Each version is a link in the chain of its enterprise and is never changed. Whose versions a
 * reader may see is for the caller to hold.
 */
@Service
@Transactional(readOnly = true)
public class Seals {

    private final SealTable table;
    private final Json json;
    private final Clock clock;

    Seals(SealTable table, Json json, Clock clock) {
        this.table = table;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Seals the next version of what the process is about, in the caller's transaction. The enterprise's chain is locked
     * until that ends, so seal late in a step. An undone transaction leaves no gap.
     *
     * @throws IllegalStateException if the step is about something else, or another enterprise filed the earlier versions
     * @throws IllegalArgumentException if the content is nothing {@link CanonicalJson} takes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Seal seal(Step step, SealRequest request) {
        if (!request.subject().equals(step.subject())) {
            throw new IllegalStateException("the process does not belong to what is to be sealed");
        }
        var content = CanonicalJson.bytes(request.content());
        var head = table.lock(step, request.enterprise(), LinkText.genesis(request.enterprise()));
        var seal = next(request, content, head);
        table.insert(step, seal);
        return seal;
    }

    private Seal next(SealRequest request, byte[] content, SealTable.Head head) {
        var before = table.before(request.subject());
        if (before.enterprise() != null && !before.enterprise().equals(request.enterprise())) {
            throw new IllegalStateException("another enterprise filed the versions before");
        }
        var number = before.number() + 1;
        var sequence = head.sequence() + 1;
        var contentHash = Sha256.of(content);
        var at = time(head, before.newestDay());
        var text = LinkText.of(head.hash(), contentHash, request.subject(), number, sequence, at, request.sealedBy());
        return new Seal(
                request.subject(),
                number,
                request.enterprise(),
                sequence,
                content,
                contentHash,
                head.hash(),
                Sha256.of(text),
                at,
                request.sealedBy());
    }

    /** The clocks of nodes differ: no link is older than the one before, none falls into a day whose root is out. */
    private Instant time(SealTable.Head head, LocalDate published) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var end = published == null ? null : DailyRoots.end(published);
        return Stream.of(now, head.sealedAt(), end)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** @return all versions of the subject, oldest first */
    public List<Seal> of(UUID subject) {
        return table.of(subject);
    }

    public Optional<Seal> newest(UUID subject) {
        return table.newest(subject);
    }

    public Optional<Seal> find(UUID subject, int number) {
        return table.find(subject, number);
    }

    /** @return what was filed; numbers are texts in plain notation, keys that had no value are not there */
    public Map<String, Object> content(Seal seal) {
        return json.read(new String(seal.content(), StandardCharsets.UTF_8));
    }

    /** Recomputes the whole chain of an enterprise; one that has filed nothing is intact with no links. */
    public ChainCheck verify(UUID enterprise) {
        var walk = new ChainWalk(enterprise);
        var head = table.walk(enterprise, walk::next);
        return walk.end(head.orElse(null));
    }
}
