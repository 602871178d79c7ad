package cn.baosong.filing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.testing.Together;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One root for each day of Asia/Shanghai, which is eight hours before UTC. */
class DailyRootsTest {

    private static SealDatabase house;

    private UUID enterprise;

    @BeforeAll
    static void open() throws Exception {
        house = new SealDatabase("baosong_daily_roots");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.empty("2026-01-02T03:04:05.060Z");
        enterprise = house.enterprise();
    }

    /** Computed with another program. */
    @Test
    void aStrangerComputesTheSameRoot() {
        var known = house.enterprise(UUID.fromString("11111111-2222-3333-4444-555555555555"));
        var filing = UUID.fromString("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
        house.seal(known, filing, Map.of("revenue", new BigDecimal("12.5")));
        house.at("2026-01-02T03:04:06Z");
        house.inStep(
                SealDatabase.step(filing),
                step -> house.seals.seal(
                        step,
                        new SealRequest(
                                filing,
                                known,
                                Map.of("revenue", 13),
                                UUID.fromString("99999999-8888-7777-6666-555555555555"))));
        house.at("2026-01-02T16:05:00Z");

        assertThat(publish()).isEqualTo(1);

        assertThat(house.roots.newest(10))
                .containsExactly(new DailyRoot(
                        LocalDate.of(2026, 1, 2),
                        "1b9ab26964f9ccebf1d351afdfffeb03ae123603524518ef5c0ce2f4f810aa83",
                        1,
                        Instant.parse("2026-01-02T16:05:00Z")));
        assertThat(file("2026-01-02"))
                .isEqualTo("11111111-2222-3333-4444-555555555555 2 "
                        + "cda637bfa4f7e285a50c130cc7b0501d2b2f5d2195bb071a8b7a40956413c947\n");
    }

    @Test
    void missedDaysAreMadeUpFromWhatWasSealedThen() {
        assertThat(publish()).as("nothing was sealed yet").isZero();
        var other = house.enterprise();
        house.at("2026-01-02T15:59:59.999999Z");
        var first = seal(enterprise);
        house.at("2026-01-02T16:00:00Z");
        var second = seal(enterprise);
        assertThat(publish()).isEqualTo(1);
        house.at("2026-01-05T00:00:00Z");
        var third = seal(other);
        house.at("2026-01-06T16:04:00Z");
        seal(enterprise);

        assertThat(publish()).isEqualTo(4);
        assertThat(publish()).as("once more").isZero();

        assertThat(house.roots.newest(10))
                .extracting(root -> root.day().toString(), DailyRoot::heads)
                .containsExactly(
                        tuple("2026-01-06", 2L),
                        tuple("2026-01-05", 2L),
                        tuple("2026-01-04", 1L),
                        tuple("2026-01-03", 1L),
                        tuple("2026-01-02", 1L));
        assertThat(file("2026-01-02")).isEqualTo(enterprise + " 1 " + first.hash() + "\n");
        assertThat(file("2026-01-04")).isEqualTo(enterprise + " 2 " + second.hash() + "\n");
        assertThat(file("2026-01-06").lines())
                .containsExactlyInAnyOrder(enterprise + " 2 " + second.hash(), other + " 1 " + third.hash())
                .isSorted();
        for (var root : house.roots.newest(10)) {
            assertThat(Sha256.of(file(root.day().toString()))).isEqualTo(root.root());
        }
        assertThat(house.roots.covering(first.sealedAt()).orElseThrow().day()).hasToString("2026-01-02");
        assertThat(house.roots.covering(second.sealedAt()).orElseThrow().day()).hasToString("2026-01-03");
        assertThat(house.roots.covering(house.clock.instant())).isEmpty();
    }

    @Test
    void nodesThatComputeAtOnceMakeOneRowADay() throws Exception {
        seal(enterprise);
        house.at("2026-01-12T00:00:00Z");
        var outcomes = Together.run(4, this::publish);
        assertThat(outcomes).containsExactlyInAnyOrder(10, 0, 0, 0);
        assertThat(house.roots.newest(100)).hasSize(10);
    }

    @Test
    void anUndoneRunPublishesNothing() {
        seal(enterprise);
        house.at("2026-01-04T00:00:00Z");
        assertThatThrownBy(() -> house.inStep(SealDatabase.step(null), step -> {
                    house.roots.publish(step);
                    throw new IllegalStateException("undone");
                }))
                .hasMessageContaining("undone");
        assertThat(house.roots.newest(10)).isEmpty();
        assertThat(publish()).isEqualTo(2);
    }

    /** It may have sealed before midnight and not be committed: a root without its link would be wrong for ever. */
    @Test
    void aDayWaitsForItsTransactions() throws Exception {
        house.at(Instant.now().toString());
        seal(enterprise);
        house.clock.advance(Duration.ofDays(1));
        try (var connection = house.pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            assertThatThrownBy(this::publish).hasMessageContaining("still runs");
            connection.commit();
        }
        assertThat(publish()).isEqualTo(1);
    }

    @Test
    void nobodySealsIntoADayThatIsPublished() {
        seal(enterprise);
        house.at("2026-01-03T00:00:00Z");
        publish();
        var before = house.roots.newest(1);
        house.at("2026-01-02T10:00:00Z");

        var late = seal(house.enterprise());

        assertThat(late.sealedAt()).isEqualTo(Instant.parse("2026-01-02T16:00:00Z"));
        assertThat(Sha256.of(file("2026-01-02"))).isEqualTo(before.get(0).root());
    }

    @Test
    void aChangedLinkFitsItsRootNoLonger() {
        seal(enterprise);
        house.at("2026-01-03T00:00:00Z");
        publish();
        house.asOwner("UPDATE sealed_version SET hash = repeat('c', 64)");
        assertThat(Sha256.of(file("2026-01-02")))
                .isNotEqualTo(house.roots.newest(1).get(0).root());
    }

    @Test
    void aVerificationSaysWhichRootCoversIt() {
        var seal = seal(enterprise);
        assertThat(house.verifications.find(seal.hash())).singleElement().satisfies(found -> assertThat(found.root())
                .isEmpty());
        house.at("2026-01-03T00:00:00Z");
        publish();
        assertThat(house.verifications.find(seal.contentHash())).singleElement().satisfies(found -> {
            assertThat(found.ofContent()).isTrue();
            assertThat(found.sequence()).isEqualTo(1);
            assertThat(found.sealedAt()).isEqualTo(seal.sealedAt());
            assertThat(found.chain()).isEqualTo(new ChainCheck(1, null));
            assertThat(found.root().orElseThrow().day()).hasToString("2026-01-02");
        });
        for (var strange : new String[] {null, "", "%", seal.hash().toUpperCase(), seal.hash() + "0", "'; --"}) {
            assertThat(house.verifications.find(strange)).as(strange).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeSentIsNoSilence() {
        seal(enterprise);
        var closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> house.roots.write(LocalDate.of(2026, 1, 2), closed))
                .hasStackTraceContaining("gone");
    }

    private Seal seal(UUID who) {
        return house.seal(
                who, UUID.randomUUID(), Map.of("at", house.clock.instant().toString()));
    }

    private int publish() {
        return house.inStep(SealDatabase.step(null), house.roots::publish);
    }

    private static String file(String day) {
        var out = new ByteArrayOutputStream();
        house.roots.write(LocalDate.parse(day), out);
        return out.toString(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
