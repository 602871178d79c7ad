package cn.baosong.filing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256, written as 64 hexadecimal digits in lower case. */
public final class Sha256 {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final int PIECE = 8_192;

    private Sha256() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    public static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** @return hash of the text in UTF-8 */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return hash of what comes, which goes by piece by piece and is kept nowhere */
    public static String of(InputStream in) throws IOException {
        var digest = digest();
        var piece = new byte[PIECE];
        for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
            digest.update(piece, 0, read);
        }
        return hex(digest.digest());
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** @return whether the text is written as this class writes a hash */
    public static boolean isHash(String text) {
        return text != null && HASH.matcher(text).matches();
    }
}
