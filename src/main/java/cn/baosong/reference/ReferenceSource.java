package cn.baosong.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file of one code list, as bytes.
 *
 * @param list name of the list: the file's name without {@code .csv}
 */
record ReferenceSource(String list, byte[] content) {

    /** @return 64 hexadecimal digits, by which a changed file is told from one already loaded */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
