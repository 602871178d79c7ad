package cn.baosong.filing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Computed with another program. */
    @Test
    void aStrangerWritesTheSameBytes() {
        var values = new LinkedHashMap<String, Object>();
        values.put("revenue", 79310);
        values.put("Ä", "é\n\"\u0007/");
        values.put("lines", Arrays.asList(1, new BigDecimal("12.50"), true, null));
        values.put("empty", null);
        values.put("enterprise", Map.of("scale", "small", "name", "甬江机械"));
        values.put("b", "x");
        assertThat(text(values)).isEqualTo("""
                {"b":"x","enterprise":{"name":"甬江机械","scale":"small"},"lines":["1","12.5",true,null],\
                "revenue":"79310","Ä":"é\\n\\"\\u0007/"}""");
        assertThat(Sha256.of(CanonicalJson.bytes(values)))
                .isEqualTo("c597b1fd2cb490b7f1d0223ba86d83dbc3810a0a76627c3a9fec23df6d7e3014");
        assertThat(Sha256.of(CanonicalJson.bytes(Map.of())))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.000, 0",
        "0E+9, 0",
        "1.00, 1",
        "100, 100",
        "1E+2, 100",
        "12.50, 12.5",
        "-3.10, -3.1",
        "1E-7, 0.0000001",
        "123456789012345678901234567890.10, 123456789012345678901234567890.1"
    })
    void decimalsArePlain(BigDecimal value, String plain) {
        assertThat(text(Map.of("v", value))).isEqualTo("{\"v\":\"" + plain + "\"}");
    }

    @Test
    void oneNumberHasOneTextWhateverItsType() {
        var ones = List.<Number>of(
                1, 1L, (short) 1, (byte) 1, 1.0, 1.0f, BigInteger.ONE, new BigDecimal("1.000"), new AtomicLong(1));
        for (var one : ones) {
            assertThat(text(Map.of("v", one))).as(one.getClass().getName()).isEqualTo("{\"v\":\"1\"}");
        }
        assertThat(text(Map.of("v", -0.0))).isEqualTo("{\"v\":\"0\"}");
        assertThat(text(Map.of("v", 0.1))).isEqualTo("{\"v\":\"0.1\"}");
    }

    /** RFC 8785, 3.2.3: by UTF-16 code units, so that a pair of surrogates stands before U+FB33. */
    @Test
    void keysAreSortedByCodeUnits() {
        var values = new HashMap<String, Object>();
        for (var key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            values.put(key, "");
        }
        assertThat(text(values))
                .isEqualTo(
                        "{\"\\r\":\"\",\"1\":\"\",\"\u0080\":\"\",\"\u00f6\":\"\",\"\u20ac\":\"\",\"\ud83d\ude00\":\"\",\"\ufb33\":\"\"}");
    }

    @Test
    void textsAreEscapedAsLittleAsCanBeAndOtherwiseKept() {
        assertThat(text(Map.of("v", "\b\t\n\f\r\u0000\u001f\"\\/</script>\u2028\u007f")))
                .isEqualTo("{\"v\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\\\"\\\\/</script>\u2028\u007f\"}");
        assertThat(text(Map.of("v", "e\u0301"))).as("no normalisation").isNotEqualTo(text(Map.of("v", "\u00e9")));
    }

    @Test
    void whatHasNoOneTextIsRefused() {
        var own = new ArrayList<Object>();
        own.add(own);
        Map<Object, Object> numbered = new HashMap<>();
        numbered.put(1, "x");
        Map<Object, Object> unnamed = new HashMap<>();
        unnamed.put(null, "x");
        for (var value : List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                new BigDecimal("1E+1001"),
                new BigDecimal("1E-1001"),
                new BigDecimal("1E+1000000000"),
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                "\ud83d",
                "\ude00\ud83d",
                "x\ud83dx",
                LocalDate.EPOCH,
                new Object(),
                new int[0],
                'c',
                own,
                numbered,
                unnamed)) {
            assertThatIllegalArgumentException()
                    .as(value.getClass().getName())
                    .isThrownBy(() -> CanonicalJson.bytes(Map.of("v", value)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("\ud83d", 1)));
    }

    @Property(tries = 300)
    void whatIsEqualIsWrittenEqually(@ForAll("values") Map<String, Object> values, @ForAll long seed) {
        var otherwise = rebuilt(values, seed);
        assertThat(text((Map<String, Object>) otherwise)).isEqualTo(text(values));
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("values") Map<String, Object> values) throws Exception {
        var read = JSON.readValue(CanonicalJson.bytes(values), Map.class);
        assertThat(read).isEqualTo(plain(values));
        assertThat(text(read)).as("and written once more, it is the same").isEqualTo(text(values));
    }

    @Provide
    Arbitrary<Map<String, Object>> values() {
        var texts = Arbitraries.strings()
                .withChars("ab\"\\\n\u0001é中\u2028")
                .withChars('0', '9')
                .ofMaxLength(8);
        var leaves = Arbitraries.oneOf(
                texts.map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.bigDecimals().ofScale(4).map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        var some = Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves.list().ofMaxSize(4).map(Object.class::cast),
                () -> Arbitraries.maps(texts, leaves).ofMaxSize(4).map(Object.class::cast));
        return Arbitraries.maps(texts, some).ofMaxSize(6);
    }

    /** The same values: other maps in another order, numbers with more zeros, keys without a value. */
    private static Object rebuilt(Object value, long seed) {
        if (value instanceof Map<?, ?> map) {
            var keys = new ArrayList<>(map.keySet());
            Collections.shuffle(keys, new Random(seed));
            var copy = new LinkedHashMap<String, Object>();
            copy.put("no such key " + seed, null);
            keys.forEach(key -> copy.put((String) key, rebuilt(map.get(key), seed)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> rebuilt(item, seed)).toList();
        }
        if (value instanceof Number number) {
            var decimal = new BigDecimal(number.toString());
            return decimal.setScale(decimal.scale() + (int) Math.floorMod(seed, 5L));
        }
        return value;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new TreeMap<String, Object>();
            map.forEach((key, item) -> copy.put((String) key, plain(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalJsonTest::plain).toList();
        }
        if (value instanceof Number number) {
            var decimal = new BigDecimal(number.toString());
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return value;
    }

    private static String text(Map<String, Object> values) {
        return new String(CanonicalJson.bytes(values), StandardCharsets.UTF_8);
    }
}
