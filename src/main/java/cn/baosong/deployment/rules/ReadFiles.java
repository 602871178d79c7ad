package cn.baosong.deployment.rules;

import cn.baosong.engine.ModelFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was read of files, by their content: a form that many schemes share is read once, and not again for each. */
final class ReadFiles {

    private static final int KEPT = 200;

    private final Map<String, Object> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param what is read of the file: the same words for the same kind of thing
     * @param read asked where it is not known yet; what it throws is not remembered
     */
    @SuppressWarnings("unchecked")
    <T> T of(ModelFile file, String what, Supplier<T> read) {
        var key = what + " " + digest(file.content());
        synchronized (known) {
            if (known.containsKey(key)) {
                return (T) known.get(key);
            }
        }
        var fresh = read.get();
        synchronized (known) {
            known.put(key, fresh);
        }
        return fresh;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
