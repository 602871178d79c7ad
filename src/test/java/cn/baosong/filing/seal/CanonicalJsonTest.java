package cn.baosong.filing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

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

    private static String text(Map<String, Object> values) {
        return new String(CanonicalJson.bytes(values), StandardCharsets.UTF_8);
    }
}
