package cn.baosong.filing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the values are: equal ones are written equally, and what is written says them all. */
class CanonicalJsonPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

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
            return list.stream().map(CanonicalJsonPropertyTest::plain).toList();
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
