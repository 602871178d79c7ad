package cn.baosong.check;

import cn.baosong.common.CodeLists;
import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.SampleCodeLists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The product's own tables, as packed, and a code list whose codes are {@code row-1} to {@code row-16}. */
public final class Models {

    public static final CodeLists INDUSTRIES = industries();
    public static final Feel FEEL = new Feel(INDUSTRIES, Clock.systemUTC());

    private Models() {}

    private static CodeLists industries() {
        Map<String, Map<String, String>> industries = new HashMap<>();
        for (int row = 1; row <= 16; row++) {
            industries.put("row-" + row, Map.of("scaleRow", String.valueOf(row)));
        }
        industries.put("53", Map.of("sector", "3"));
        return new SampleCodeLists("industry", industries);
    }

    static byte[] registration(String file) {
        return file("enterprise-registration/" + file);
    }

    /** @param path below {@code processes/} */
    public static byte[] file(String path) {
        try (InputStream stream = Models.class.getResourceAsStream("/processes/" + path)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
