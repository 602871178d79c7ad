package cn.baosong.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the files {@code reference/*.csv} into the table, each only if it changed since it was last loaded, all in one
 * transaction. Of several nodes that start at once, one loads and the others find it done.
 */
@Component
class ReferenceLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoader.class);
    private static final String FILES = "classpath*:reference/*.csv";

    private final ReferenceTable table;
    private final TransactionTemplate transaction;
    private final ResourcePatternResolver resources;
    private final Clock clock;

    ReferenceLoader(
            ReferenceTable table,
            PlatformTransactionManager transactions,
            ResourcePatternResolver resources,
            Clock clock) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.resources = resources;
        this.clock = clock;
    }

    /** @return the lists that were loaded, none if nothing changed */
    List<String> load() {
        return load(files());
    }

    /** @throws IllegalStateException if a file breaks a rule of {@link ReferenceFile}; then nothing is loaded */
    List<String> load(List<ReferenceSource> sources) {
        if (changed(sources, table.sources()).isEmpty()) {
            return List.of();
        }
        return transaction.execute(status -> {
            table.lock();
            var changed = changed(sources, table.sources());
            changed.forEach(this::replace);
            return changed.stream().map(ReferenceSource::list).toList();
        });
    }

    private void replace(ReferenceSource source) {
        var entries = ReferenceFile.read(source);
        table.endAllBut(source.list(), entries, LocalDate.now(clock).minusDays(1));
        table.write(entries);
        table.rememberSource(source, entries.size(), OffsetDateTime.now(clock));
        LOG.info("Code list {}: {} entries loaded", source.list(), entries.size());
    }

    private static List<ReferenceSource> changed(List<ReferenceSource> sources, Map<String, String> loaded) {
        return sources.stream()
                .filter(source -> !source.sha256().equals(loaded.get(source.list())))
                .toList();
    }

    private List<ReferenceSource> files() {
        try {
            List<ReferenceSource> files = new ArrayList<>();
            for (var file : resources.getResources(FILES)) {
                var name = file.getFilename();
                files.add(new ReferenceSource(
                        name.substring(0, name.length() - ".csv".length()), file.getContentAsByteArray()));
            }
            return files;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
