package cn.baosong.filing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.filing.seal.ChainCheck.Broken;
import cn.baosong.filing.seal.ChainCheck.Fault;
import cn.baosong.testing.Together;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

/** What was filed is never changed, and who changes it all the same is found out. */
class SealsTest {

    private static final UUID PERSON = UUID.fromString("99999999-8888-7777-6666-555555555555");

    private static SealDatabase house;

    private UUID enterprise;
    private UUID subject;

    @BeforeAll
    static void open() throws Exception {
        house = new SealDatabase("baosong_seals");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.empty("2026-01-02T03:04:05.060Z");
        enterprise = house.enterprise();
        subject = UUID.randomUUID();
    }

    /** Every hash here was computed with another program from what {@link LinkText} says. */
    @Test
    void aStrangerComputesTheSameHashes() {
        var known = house.enterprise(UUID.fromString("11111111-2222-3333-4444-555555555555"));
        var filing = UUID.fromString("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");

        var first = house.seal(known, filing, Map.of("revenue", new BigDecimal("12.50")));
        house.clock.advance(Duration.ofMillis(940));
        var second = house.inStep(
                SealDatabase.step(filing),
                step -> house.seals.seal(step, new SealRequest(filing, known, Map.of("revenue", 13), PERSON)));

        assertThat(first.previousHash()).isEqualTo("1bc68478dedb994bd05d0ac88e5cdbcb27de593c1e95704f47b8a630bd2d4931");
        assertThat(first.contentHash()).isEqualTo("85508055b06bdc3c6a69052774e1fbcf4fb4f0dbdc99c9b2d01f0c9b01a80056");
        assertThat(first.hash()).isEqualTo("f7a01600b8ed038b704a00febe0276da81b0b616af5474eb493caa4fd7e704b8");
        assertThat(LinkText.of(first)).isEqualTo("""
                1bc68478dedb994bd05d0ac88e5cdbcb27de593c1e95704f47b8a630bd2d4931
                85508055b06bdc3c6a69052774e1fbcf4fb4f0dbdc99c9b2d01f0c9b01a80056
                aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee
                1
                1
                2026-01-02T03:04:05.060000Z
                -
                """);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.contentHash()).isEqualTo("2fac9d78b5f23815a3736c7a1c5f57905ca14616cbd35700e0b5c0db90c6cac2");
        assertThat(second.hash()).isEqualTo("cda637bfa4f7e285a50c130cc7b0501d2b2f5d2195bb071a8b7a40956413c947");
    }

    @Test
    void versionsAreFoundAsTheyWereSealed() {
        Map<String, Object> content = Map.of("revenue", new BigDecimal("1.20"), "note", "第一版\n\"😀\"");
        var first = house.seal(enterprise, subject, content);
        house.seal(enterprise, UUID.randomUUID(), Map.of());
        var third = house.seal(enterprise, subject, Map.of("revenue", 2));

        assertThat(house.seals.of(subject))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(first, third);
        assertThat(house.seals.newest(subject))
                .hasValueSatisfying(seal -> assertThat(seal.hash()).isEqualTo(third.hash()));
        assertThat(house.seals.find(subject, 1))
                .hasValueSatisfying(seal -> assertThat(seal.content()).isEqualTo(first.content()));
        assertThat(house.seals.find(subject, 3)).isEmpty();
        assertThat(house.seals.newest(UUID.randomUUID())).isEmpty();
        assertThat(house.seals.content(first)).isEqualTo(Map.of("revenue", "1.2", "note", "第一版\n\"😀\""));
        assertThat(third.number()).isEqualTo(2);
        assertThat(third.sequence()).isEqualTo(3);
        assertThat(first.toString()).doesNotContain("第一版");
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(3, null));
    }

    @Test
    void anEnterpriseThatFiledNothingIsIntact() {
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(0, null));
    }

    @Test
    void aStepSealsItsOwnSubjectOnly() {
        var foreign = SealDatabase.step(UUID.randomUUID());
        var request = new SealRequest(subject, enterprise, Map.of(), null);
        assertThatThrownBy(() -> house.inStep(foreign, step -> house.seals.seal(step, request)))
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() -> house.inTransaction(() -> house.seals.seal(null, request)))
                .isInstanceOf(NullPointerException.class);
        var own = SealDatabase.step(subject);
        assertThatThrownBy(() -> house.seals.seal(own, request)).isInstanceOf(IllegalTransactionStateException.class);
        house.seal(enterprise, subject, Map.of());
        var other = house.enterprise();
        assertThatThrownBy(() -> house.seal(other, subject, Map.of())).hasMessageContaining("another enterprise");
        assertThat(house.seals.of(subject)).hasSize(1);
        assertThat(house.seals.verify(other)).isEqualTo(new ChainCheck(0, null));
    }

    @Test
    void whatIsNoContentIsRefusedAndLeavesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> house.seal(enterprise, subject, Map.of("value", Double.NaN)));
        assertThat(house.seals.of(subject)).isEmpty();
    }

    @Test
    void aRolledBackSealLeavesNoGap() {
        var first = house.seal(enterprise, subject, Map.of("revenue", 1));
        assertThatThrownBy(() -> house.inStep(SealDatabase.step(subject), step -> {
                    house.seals.seal(step, new SealRequest(subject, enterprise, Map.of("revenue", 2), null));
                    throw new IllegalStateException("the step fails afterwards");
                }))
                .hasMessageContaining("afterwards");

        var next = house.seal(enterprise, subject, Map.of("revenue", 3));

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.sequence()).isEqualTo(2);
        assertThat(next.previousHash()).isEqualTo(first.hash());
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(2, null));
    }

    @Test
    void twoSealsOfOneTransactionFollowEachOther() {
        var both = house.inStep(
                SealDatabase.step(subject),
                step -> List.of(
                        house.seals.seal(step, new SealRequest(subject, enterprise, Map.of(), null)),
                        house.seals.seal(step, new SealRequest(subject, enterprise, Map.of(), null))));
        assertThat(both).extracting(Seal::sequence).containsExactly(1L, 2L);
        assertThat(both.get(1).hash())
                .as("the same content, another link")
                .isNotEqualTo(both.get(0).hash());
        assertThat(house.seals.verify(enterprise).intact()).isTrue();
    }

    @Test
    void eightThreadsMakeOneChain() throws Exception {
        var outcomes = Together.run(8, () -> IntStream.range(0, 10)
                .mapToObj(round -> house.seal(enterprise, UUID.randomUUID(), Map.of("round", round)))
                .toList());

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(List.class));
        var sequences = house.app
                .sql("SELECT sequence FROM sealed_version WHERE enterprise_id = :id ORDER BY sequence")
                .param("id", enterprise)
                .query(Long.class)
                .list();
        assertThat(sequences)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        var before = house.app
                .sql("SELECT previous_hash FROM sealed_version WHERE enterprise_id = :id")
                .param("id", enterprise)
                .query(String.class)
                .list();
        assertThat(new HashSet<>(before)).as("no fork").hasSize(80);
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(80, null));
    }

    @Test
    void oneSubjectSealedByEightThreadsGetsEightNumbers() throws Exception {
        Together.run(8, () -> house.seal(enterprise, subject, Map.of()));
        assertThat(house.seals.of(subject)).extracting(Seal::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aClockThatGoesBackMakesNoOlderLink() {
        var first = house.seal(enterprise, subject, Map.of());
        house.clock.advance(Duration.ofHours(-3));
        assertThat(house.seal(enterprise, subject, Map.of()).sealedAt()).isEqualTo(first.sealedAt());
        house.at("2026-01-02T05:00:00.123456789Z");
        assertThat(house.seal(enterprise, subject, Map.of()).sealedAt())
                .as("as exact as the database keeps it")
                .isEqualTo(Instant.parse("2026-01-02T05:00:00.123456Z"));
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(3, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sealed_version SET number = 7",
                "UPDATE sealed_version SET content = '' WHERE false",
                "DELETE FROM sealed_version",
                "TRUNCATE sealed_version",
                "TRUNCATE enterprise CASCADE",
                "INSERT INTO sealed_version SELECT * FROM sealed_version ON CONFLICT (hash) DO UPDATE SET number = 9",
                "UPDATE daily_root SET heads = 7",
                "DELETE FROM daily_root",
                "TRUNCATE daily_root",
                "DELETE FROM seal_head",
                "TRUNCATE seal_head",
                "ALTER TABLE sealed_version DISABLE TRIGGER USER",
                "DROP TRIGGER only_added ON sealed_version",
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS ''"
            })
    void theApplicationsRoleIsRefused(String statement) {
        house.seal(enterprise, subject, Map.of());
        assertThatThrownBy(() -> house.app.sql(statement).update())
                .hasStackTraceContaining(
                        statement.startsWith("ALTER") || statement.startsWith("DROP")
                                ? "must be owner"
                                : "permission denied");
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(1, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sealed_version SET number = 7",
                "UPDATE sealed_version SET content = '' WHERE false",
                "DELETE FROM sealed_version",
                "TRUNCATE sealed_version",
                "TRUNCATE enterprise CASCADE",
                "UPDATE daily_root SET heads = 7",
                "DELETE FROM daily_root",
                "TRUNCATE daily_root"
            })
    void theTriggerRefusesTheOwnerToo(String statement) {
        house.seal(enterprise, subject, Map.of());
        assertThatThrownBy(() -> house.owner.sql(statement).update()).hasStackTraceContaining("are only added");
        assertThat(house.seals.verify(enterprise)).isEqualTo(new ChainCheck(1, null));
    }

    /** What somebody could do who owns the tables and switches the triggers off. Five links stand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE sealed_version SET content = set_byte(content, 12, 57) WHERE sequence = 3 | 3 | CONTENT
            UPDATE sealed_version SET content = '{}', content_hash = encode(sha256('{}'), 'hex') WHERE sequence = 3 | 3 | HASH
            UPDATE sealed_version SET content = '{}', content_hash = encode(sha256('{}'), 'hex'), hash = repeat('a', 64) WHERE sequence = 5 | 5 | HASH
            UPDATE sealed_version SET hash = repeat('a', 64) WHERE sequence = 2 | 2 | HASH
            UPDATE sealed_version SET previous_hash = repeat('a', 64) WHERE sequence = 1 | 1 | PREVIOUS
            UPDATE sealed_version SET sealed_at = sealed_at - interval '1 day' WHERE sequence = 4 | 4 | HASH
            UPDATE sealed_version SET sealed_by = gen_random_uuid() WHERE sequence = 4 | 4 | HASH
            UPDATE sealed_version SET number = 40 WHERE sequence = 4 | 4 | HASH
            UPDATE sealed_version SET subject_id = gen_random_uuid() WHERE sequence = 4 | 4 | HASH
            DELETE FROM sealed_version WHERE sequence = 1 | 1 | MISSING
            DELETE FROM sealed_version WHERE sequence = 3 | 3 | MISSING
            DELETE FROM sealed_version WHERE sequence = 5 | 5 | MISSING
            DELETE FROM sealed_version | 1 | MISSING
            UPDATE sealed_version SET sequence = sequence + 10 WHERE sequence = 5 | 5 | MISSING
            DELETE FROM seal_head | 5 | HEAD
            UPDATE seal_head SET sequence = 4 | 5 | HEAD
            UPDATE seal_head SET hash = repeat('a', 64) | 5 | HEAD
            """)
    void whoeverChangesALinkIsFoundOut(String statement, long sequence, Fault fault) {
        five();
        house.asOwner(statement);
        assertThat(house.seals.verify(enterprise).broken()).isEqualTo(new Broken(sequence, fault));
    }

    @Test
    void twoSwappedLinksAreFoundOut() {
        five();
        for (var move : List.of("-1 WHERE sequence = 2", "2 WHERE sequence = 4", "4 WHERE sequence = -1")) {
            house.asOwner("ALTER TABLE sealed_version DROP CONSTRAINT IF EXISTS sealed_version_sequence_check");
            house.asOwner("UPDATE sealed_version SET sequence = " + move);
        }
        assertThat(house.seals.verify(enterprise).broken()).isEqualTo(new Broken(2, Fault.PREVIOUS));
    }

    @Test
    void aLinkDeletedAndTheRestMovedUpIsFoundOut() {
        five();
        house.asOwner("DELETE FROM sealed_version WHERE sequence = 3");
        house.asOwner("UPDATE sealed_version SET sequence = 3 WHERE sequence = 4");
        house.asOwner("UPDATE sealed_version SET sequence = 4 WHERE sequence = 5");
        house.asOwner("UPDATE seal_head SET sequence = 4");
        assertThat(house.seals.verify(enterprise).broken()).isEqualTo(new Broken(3, Fault.PREVIOUS));
    }

    @Test
    void theChainOfAnotherEnterpriseFitsNobodyElse() {
        five();
        var thief = house.enterprise();
        house.asOwner("UPDATE sealed_version SET enterprise_id = '" + thief + "'");
        house.asOwner("UPDATE seal_head SET enterprise_id = '" + thief + "'");
        assertThat(house.seals.verify(thief).broken()).isEqualTo(new Broken(1, Fault.PREVIOUS));
    }

    @Test
    void theDatabaseTakesNoForkedLink() {
        five();
        assertThatThrownBy(() -> house.app.sql("""
                        INSERT INTO sealed_version
                        SELECT gen_random_uuid(), 1, enterprise_id, 6, content, content_hash, previous_hash,
                               repeat('b', 64), sealed_at, NULL
                        FROM sealed_version WHERE sequence = 3
                        """).update()).hasStackTraceContaining("duplicate key");
    }

    private void five() {
        for (var revenue = 1; revenue <= 5; revenue++) {
            house.seal(enterprise, subject, Map.of("revenue", revenue));
            house.clock.advance(Duration.ofMinutes(1));
        }
    }
}
