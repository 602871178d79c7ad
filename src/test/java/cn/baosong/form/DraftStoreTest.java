package cn.baosong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.baosong.common.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DraftStoreTest {

    @Autowired
    private DraftStore drafts;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID subject = UUID.randomUUID();

    private Map<String, Object> values() {
        return drafts.load(subject, "f").orElseThrow().values();
    }

    @Test
    void keepsWhatIsTypedByPath() {
        Draft.Saved saved = drafts.patch(
                subject,
                "f",
                Map.of(
                        "name",
                        "名称 \uD83D\uDE00",
                        "amount",
                        new BigDecimal("12345678901234567890.125"),
                        "agreed",
                        true,
                        "tags",
                        List.of("a"),
                        "members",
                        List.of(Map.of("name", "甲"))));

        assertThat(saved.version()).isEqualTo(1);
        Draft draft = drafts.load(subject, "f").orElseThrow();
        assertThat(draft.savedAt()).isEqualTo(saved.savedAt());
        assertThat(draft.values())
                .isEqualTo(Map.of(
                        "name",
                        "名称 \uD83D\uDE00",
                        "amount",
                        new BigDecimal("12345678901234567890.125"),
                        "agreed",
                        true,
                        "tags",
                        List.of("a"),
                        "members",
                        List.of(Map.of("name", "甲"))));
    }

    @Test
    void mergesChangedKeysAndRemovesThoseThatAreNull() {
        drafts.patch(subject, "f", Map.of("a", "1", "b", "2"));
        Map<String, Object> changed = new HashMap<>(Map.of("c", "3"));
        changed.put("a", null);

        Draft.Saved saved = drafts.patch(subject, "f", changed);

        assertThat(saved.version()).isEqualTo(2);
        assertThat(values()).isEqualTo(Map.of("b", "2", "c", "3"));
    }

    @Test
    void keepsDraftsOfSubjectsAndFormsApart() {
        drafts.patch(subject, "f", Map.of("a", "1"));
        drafts.patch(subject, "g", Map.of("a", "2"));
        drafts.patch(UUID.randomUUID(), "f", Map.of("a", "3"));

        drafts.delete(subject, "g");

        assertThat(values()).isEqualTo(Map.of("a", "1"));
        assertThat(drafts.load(subject, "g")).isEmpty();
        drafts.delete(subject, "g");
    }

    /** Two tabs: the second saves before the first one's transaction ends, and waits for it. */
    @Test
    void letsTwoTabsKeepTheirWork() throws Exception {
        drafts.patch(subject, "f", Map.of("a", "old", "b", "old"));
        ExecutorService tab = Executors.newSingleThreadExecutor();
        try {
            Future<?> second = new TransactionTemplate(transactions).execute(status -> {
                drafts.patch(subject, "f", Map.of("a", "first tab"));
                return tab.submit(() -> drafts.patch(subject, "f", Map.of("b", "second tab")));
            });
            second.get(30, TimeUnit.SECONDS);
        } finally {
            tab.shutdownNow();
        }
        assertThat(values()).isEqualTo(Map.of("a", "first tab", "b", "second tab"));
    }

    @Test
    void tellsAPageWhatAnotherOneChanged() {
        drafts.patch(subject, "f", Map.of("a", "old", "b", 1, "gone", "x", "rows", List.of(Map.of("k", 1))));
        Draft basis = drafts.load(subject, "f").orElseThrow();
        Map<String, Object> there = new HashMap<>(Map.of("a", "there", "b", 2, "c", "same"));
        there.put("gone", null);
        drafts.patch(subject, "f", there);

        Draft.Merged merged = drafts.patch(subject, "f", Map.of("a", "here", "c", "same", "d", "mine"), basis);

        Map<String, Object> elsewhere = new HashMap<>(Map.of("b", 2));
        elsewhere.put("gone", null);
        assertThat(merged.elsewhere()).isEqualTo(elsewhere);
        assertThat(merged.contested()).isEqualTo(Map.of("a", "there"));
        assertThat(values())
                .isEqualTo(Map.of("a", "there", "b", 2, "c", "same", "d", "mine", "rows", List.of(Map.of("k", 1))))
                .isEqualTo(merged.now().values());
        assertThat(merged.now().version()).isEqualTo(3);

        Draft.Merged chosen = drafts.patch(subject, "f", Map.of("a", "here"), merged.now());
        assertThat(chosen.contested()).isEmpty();
        assertThat(chosen.elsewhere()).isEmpty();
        assertThat(values()).containsEntry("a", "here");
    }

    @Test
    void contestsWhatWasEmptiedAndADraftThatIsAnother() {
        drafts.patch(subject, "f", Map.of("a", "old"));
        Draft basis = drafts.load(subject, "f").orElseThrow();
        drafts.delete(subject, "f");
        drafts.patch(subject, "f", Map.of("b", "anew"));

        Draft.Merged merged = drafts.patch(subject, "f", Map.of("a", "here"), basis);

        assertThat(merged.contested()).containsOnlyKeys("a").containsValue(null);
        assertThat(merged.elsewhere()).isEqualTo(Map.of("b", "anew"));
        assertThat(values()).isEqualTo(Map.of("b", "anew"));
        assertThat(merged.now().version()).as("nothing was saved").isEqualTo(1);
    }

    /** Two pages that both found no draft type into the same field at the same moment: one of them is told. */
    @Test
    void tellsOneOfTwoFirstSaves() throws Exception {
        Draft nothing = new Draft(Map.of(), 0, Instant.EPOCH);
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        List<Draft.Merged> answers = new ArrayList<>();
        try {
            List<Future<Draft.Merged>> saves = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String value = "v" + i;
                saves.add(tabs.submit(() -> drafts.patch(subject, "f", Map.of("a", value), nothing)));
            }
            for (Future<Draft.Merged> save : saves) {
                answers.add(save.get(30, TimeUnit.SECONDS));
            }
        } finally {
            tabs.shutdownNow();
        }
        assertThat(answers).filteredOn(answer -> answer.contested().isEmpty()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.contested().isEmpty())
                .allSatisfy(answer -> assertThat(answer.contested()).isEqualTo(values()));
        assertThat(drafts.load(subject, "f").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void losesNothingWhenManyFirstSavesMeet() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> saves = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String key = "k" + i;
                saves.add(tabs.submit(() -> drafts.patch(subject, "f", Map.of(key, key))));
            }
            for (Future<?> save : saves) {
                save.get(30, TimeUnit.SECONDS);
            }
        } finally {
            tabs.shutdownNow();
        }
        assertThat(values()).hasSize(40);
        assertThat(drafts.load(subject, "f").orElseThrow().version()).isEqualTo(40);
    }

    @Test
    void refusesADraftThatGrowsTooLarge() {
        drafts.patch(subject, "f", Map.of("a", "x".repeat(600_000)));

        for (Map<String, Object> tooMuch :
                List.<Map<String, Object>>of(Map.of("b", "字".repeat(200_000)), Map.of("b", "x".repeat(10_000_000)))) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> drafts.patch(subject, "f", tooMuch))
                    .satisfies(problem -> assertThat(problem.key()).isEqualTo("form.draft.tooLarge"));
        }
        assertThat(values()).containsOnlyKeys("a");
        drafts.patch(subject, "f", Map.of("a", "short"));
        drafts.patch(subject, "f", Map.of("b", "x".repeat(600_000)));
        assertThat(values()).containsOnlyKeys("a", "b");
    }

    @Test
    void storesWhatAnAttackerTypes() {
        Map<String, Object> hostile = new HashMap<>();
        hostile.put("null\0key", "a\0b");
        hostile.put("half", "\uD800x\uDC00");
        hostile.put("sql", "'; DROP TABLE form_draft; --");
        hostile.put("nan", Double.NaN);
        hostile.put("huge", new BigDecimal("1e999999999"));
        hostile.put("nested", List.of(Map.of("k\0", List.of("\0"))));

        drafts.patch(subject, "f", hostile);

        assertThat(values())
                .containsEntry("nullkey", "ab")
                .containsEntry("half", "x")
                .containsEntry("sql", "'; DROP TABLE form_draft; --")
                .containsEntry("nested", List.of(Map.of("k", List.of(""))));
    }
}
