package cn.baosong.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.CodeLists;
import cn.baosong.common.CodeLists.Entry;
import cn.baosong.common.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReferenceLoadingTest {

    private static final String HEAD = "# trial\ncode,name,level,parent,initials,valid_from,valid_to,kind\n";

    @Autowired
    private CodeLists lists;

    @Autowired
    private ReferenceCatalog catalog;

    @Autowired
    private ReferenceLoader loader;

    @Autowired
    private ReferenceTable table;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient client;

    @AfterEach
    void removeTheTrialLists() {
        client.sql("DELETE FROM reference_entry WHERE list LIKE 'trial%'").update();
        client.sql("DELETE FROM reference_source WHERE list LIKE 'trial%'").update();
        catalog.refresh();
    }

    @Test
    void isReadyWhenTheApplicationIs() {
        assertThat(lists).isSameAs(catalog);
        assertThat(count("industry")).isEqualTo(1971);
        assertThat(count("region")).isEqualTo(31 + 342 + 2978 + 1);
        assertThat(lists.find("industry", "0111")).hasValueSatisfying(entry -> {
            assertThat(entry.name()).isEqualTo("稻谷种植");
            assertThat(entry.leaf()).isTrue();
            assertThat(entry.attributes()).containsEntry("sector", "1").containsEntry("scaleRow", "1");
        });
        assertThat(lists.find("industry", "C").orElseThrow().name(Texts.ENGLISH))
                .isEqualTo("Manufacturing");
        assertThat(codes(lists.children("holding-type", null))).containsExactly("1", "2", "3", "4", "5", "9");
        assertThat(codes(lists.path("region", "330203"))).containsExactly("33", "3302", "330203");
        assertThat(codes(lists.search("region", "cqs", 1))).containsExactly("50");
    }

    @Test
    void keepsTheTableAsTheFilesAre() {
        for (var list : List.of("industry", "region", "registration-type", "registration-type-2011", "holding-type")) {
            var inTable = table.all().stream()
                    .filter(row -> row.entry().list().equals(list))
                    .toList();
            assertThat(inTable).isEqualTo(ReferenceFile.read(ReferenceFilesTest.source(list)));
        }
    }

    @Test
    void knowsNothingOfOtherLists() {
        for (var list : new String[] {"nowhere", "", null, "industry'; --"}) {
            assertThat(lists.children(list, null)).isEmpty();
            assertThat(lists.find(list, "A")).isEmpty();
            assertThat(lists.path(list, "A")).isEmpty();
            assertThat(lists.search(list, "", 5)).isEmpty();
        }
    }

    @Test
    void showsTheOldRegistrationTypesToWhoNamesThem() {
        assertThat(codes(lists.children("registration-type-2011", null))).containsExactly("100", "200", "300");
        assertThat(lists.find("registration-type-2011", "151").orElseThrow().name())
                .isEqualTo("国有独资公司");
        assertThat(codes(lists.children("registration-type", null)))
                .containsExactly("100", "200", "300", "400", "500", "900");
    }

    @Test
    void answersForAnotherDay() {
        var then = catalog.validOn(LocalDate.of(2022, 6, 30));
        assertThat(then.children("registration-type", null)).isEmpty();
        assertThat(then.search("registration-type", "", 5)).isEmpty();
        assertThat(then.find("registration-type", "110")).isPresent();
        assertThat(then.path("registration-type", "111")).hasSize(3);
        assertThat(then.children("registration-type-2011", null)).hasSize(3);
        assertThat(catalog.validOn(LocalDate.of(2023, 1, 1)).children("registration-type-2011", null))
                .isEmpty();
    }

    @Test
    void loadsAFileOnce() {
        var source = trial("A,甲,1,,j,,,x\n");

        assertThat(loader.load()).isEmpty();
        assertThat(loader.load(List.of(source))).containsExactly("trial");
        var loadedAt = loadedAt("trial");
        assertThat(loader.load(List.of(source))).isEmpty();
        assertThat(loadedAt("trial")).isEqualTo(loadedAt);
    }

    @Test
    void loadsAChangedFileAgainAndEndsWhatLeftIt() {
        loader.load(List.of(trial("A,甲,1,,j,,,x\nA1,甲一,2,A,jy,,,\nB,乙,1,,y,,,x\nC,丙,1,,b,2999-01-01,,x\n")));
        catalog.refresh();
        assertThat(codes(catalog.children("trial", null))).containsExactly("A", "B");

        loader.load(List.of(trial("A,甲改,1,,jg,,,y\nD,丁,1,,d,,,\nD1,丁一,2,D,dy,,,\n")));
        assertThat(catalog.find("trial", "D")).isEmpty();
        catalog.refresh();

        assertThat(codes(catalog.children("trial", null))).containsExactly("A", "D");
        assertThat(catalog.children("trial", "A")).isEmpty();
        assertThat(catalog.find("trial", "A")).hasValueSatisfying(entry -> {
            assertThat(entry.name()).isEqualTo("甲改");
            assertThat(entry.leaf()).isTrue();
            assertThat(entry.attributes()).containsEntry("kind", "y");
        });
        assertThat(catalog.find("trial", "B")).map(Entry::name).contains("乙");
        assertThat(codes(catalog.path("trial", "A1"))).containsExactly("A", "A1");
        assertThat(catalog.validOn(LocalDate.now(clock).minusDays(1)).children("trial", "A"))
                .extracting(Entry::code)
                .containsExactly("A1");
        assertThat(catalog.search("trial", "乙", 5)).isEmpty();

        loader.load(List.of(trial("A,甲,1,,j,,,x\nB,乙,1,,y,,,x\n")));
        catalog.refresh();
        assertThat(codes(catalog.children("trial", null))).containsExactly("A", "B");
    }

    @Test
    void loadsNothingWhenOneFileIsBad() {
        var good = trial("A,甲,1,,j,,,x\n");
        var bad = new ReferenceSource("trial-bad", (HEAD + "A,甲,7,,j,,,x\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> loader.load(List.of(good, bad)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trial-bad");

        assertThat(count("trial")).isZero();
        assertThat(table.sources()).doesNotContainKeys("trial", "trial-bad");
    }

    @Test
    void loadsOnceWhenNodesStartTogether() throws Exception {
        var lines = new StringBuilder();
        for (var number = 1000; number < 4000; number++) {
            lines.append(number).append(",甲,1,,j,,,x\n");
        }
        var source = trial(lines.toString());
        var nodes = 4;
        var start = new CyclicBarrier(nodes);
        List<Callable<List<String>>> starts = new ArrayList<>();
        for (var node = 0; node < nodes; node++) {
            var other = new ReferenceLoader(table, transactions, new PathMatchingResourcePatternResolver(), clock);
            starts.add(() -> {
                start.await();
                return other.load(List.of(source));
            });
        }

        var pool = Executors.newFixedThreadPool(nodes);
        try {
            List<List<String>> loaded = new ArrayList<>();
            for (var result : pool.invokeAll(starts)) {
                loaded.add(result.get());
            }
            assertThat(loaded)
                    .filteredOn(changed -> changed.equals(List.of("trial")))
                    .hasSize(1);
            assertThat(loaded).filteredOn(List::isEmpty).hasSize(nodes - 1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("trial")).isEqualTo(3000);
    }

    @Test
    void answersWhileItIsLoadedAgain() throws Exception {
        loader.load(List.of(trial("A,甲,1,,j,,,x\nB,乙,1,,y,,,x\n")));
        catalog.refresh();
        var pool = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Boolean>> readers = new ArrayList<>();
            for (var reader = 0; reader < 2; reader++) {
                readers.add(() -> {
                    for (var round = 0; round < 2000; round++) {
                        var codes = codes(catalog.children("trial", null));
                        if (!codes.equals(List.of("A", "B")) && !codes.equals(List.of("C"))) {
                            return false;
                        }
                    }
                    return true;
                });
            }
            readers.add(() -> {
                for (var round = 0; round < 10; round++) {
                    loader.load(List.of(trial(round % 2 == 0 ? "C,丙,1,,b,,,x\n" : "A,甲,1,,j,,,x\nB,乙,1,,y,,,x\n")));
                    catalog.refresh();
                }
                return true;
            });
            for (var result : pool.invokeAll(readers)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static ReferenceSource trial(String lines) {
        return new ReferenceSource("trial", (HEAD + lines).getBytes(StandardCharsets.UTF_8));
    }

    private int count(String list) {
        return client.sql("SELECT count(*) FROM reference_entry WHERE list = :list")
                .param("list", list)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime loadedAt(String list) {
        return client.sql("SELECT loaded_at FROM reference_source WHERE list = :list")
                .param("list", list)
                .query(OffsetDateTime.class)
                .single();
    }

    private static List<String> codes(List<Entry> entries) {
        return entries.stream().map(Entry::code).toList();
    }
}
