package cn.baosong.reference;

import cn.baosong.common.CodeLists;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The code lists, answered from memory: {@code industry} (GB/T 4754-2017), {@code region} (GB/T 2260),
 * {@code registration-type} (国统字〔2023〕14号), {@code registration-type-2011} (国统字〔2011〕86号) and
 * {@code holding-type}. Ready as soon as the bean is.
 *
 * <p>{@link #children} and {@link #search} offer what is valid today, and of a list that has ended as a whole what was
 * valid on its last day; {@link #validOn} asks for another day. {@link #find} and {@link #path} answer for every entry
 * there ever was, so that what was once chosen keeps its name.
 */
@Component
public class ReferenceCatalog implements CodeLists {

    /** @param sources SHA-256 of the file behind each list, to tell whether the table changed */
    private record Snapshot(Map<String, String> sources, Map<String, ReferenceList> lists) {}

    private final ReferenceLoader loader;
    private final ReferenceTable table;
    private final TransactionTemplate reading;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of());

    ReferenceCatalog(
            ReferenceLoader loader, ReferenceTable table, PlatformTransactionManager transactions, Clock clock) {
        this.loader = loader;
        this.table = table;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Loads files that changed and reads the table again if it changed, by this node or another. */
    @PostConstruct
    public synchronized void refresh() {
        loader.load();
        snapshot = reading.execute(status -> {
            var sources = table.sources();
            return sources.equals(snapshot.sources()) ? snapshot : new Snapshot(sources, lists());
        });
    }

    private Map<String, ReferenceList> lists() {
        var rows = table.all().stream()
                .collect(Collectors.groupingBy(row -> row.entry().list()));
        Map<String, ReferenceList> lists = new HashMap<>();
        rows.forEach((list, entries) -> lists.put(list, new ReferenceList(entries)));
        return lists;
    }

    @Override
    public List<Entry> children(String list, String parent) {
        return in(list, (entries, today) -> entries.children(parent, today), List.of());
    }

    @Override
    public Optional<Entry> find(String list, String code) {
        return in(list, (entries, today) -> entries.find(code), Optional.empty());
    }

    @Override
    public List<Entry> path(String list, String code) {
        return in(list, (entries, today) -> entries.path(code), List.of());
    }

    /**
     * {@inheritDoc}
     *
     * <p>In this order: the code itself, the name itself, codes that begin with the text, names, pinyin initials and
     * English names that begin with it, then those that contain it; within each a higher level and a shorter name first.
     * An empty text gives the first entries of the list. Width, case and blanks do not matter.
     */
    @Override
    public List<Entry> search(String list, String text, int limit) {
        return in(list, (entries, today) -> entries.search(text, limit, today), List.of());
    }

    /** @return the same lists as they stood on {@code date}: children and search offer only what was valid then */
    public CodeLists validOn(LocalDate date) {
        return new CodeLists() {
            @Override
            public List<Entry> children(String list, String parent) {
                return in(list, (entries, today) -> entries.children(parent, date), List.of());
            }

            @Override
            public Optional<Entry> find(String list, String code) {
                return ReferenceCatalog.this.find(list, code);
            }

            @Override
            public List<Entry> path(String list, String code) {
                return ReferenceCatalog.this.path(list, code);
            }

            @Override
            public List<Entry> search(String list, String text, int limit) {
                return in(list, (entries, today) -> entries.search(text, limit, date), List.of());
            }
        };
    }

    private <T> T in(String list, BiFunction<ReferenceList, LocalDate, T> question, T nothing) {
        var entries = snapshot.lists().get(list);
        return entries == null ? nothing : question.apply(entries, entries.dayToShow(LocalDate.now(clock)));
    }
}
