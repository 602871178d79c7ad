package cn.baosong.common.code;

/** How people write codes: in lower case, full width, with blanks and hyphens. */
final class CodeText {

    private static final char FULL_WIDTH_FIRST = '！';
    private static final char FULL_WIDTH_LAST = '～';
    private static final int FULL_WIDTH_OFFSET = FULL_WIDTH_FIRST - '!';

    private CodeText() {}

    static String normalize(String code) {
        StringBuilder normalized = new StringBuilder(code.length());
        for (char written : code.toCharArray()) {
            char character = written >= FULL_WIDTH_FIRST && written <= FULL_WIDTH_LAST
                    ? (char) (written - FULL_WIDTH_OFFSET)
                    : written;
            if (!Character.isWhitespace(character) && !Character.isSpaceChar(character) && !isHyphen(character)) {
                // Of the Latin letters alone, so that no other letter grows into several, or into one of these.
                normalized.append(character >= 'a' && character <= 'z' ? Character.toUpperCase(character) : character);
            }
        }
        return normalized.toString();
    }

    private static boolean isHyphen(char character) {
        return character == '-' || character >= '‐' && character <= '―' || character == '−';
    }
}
