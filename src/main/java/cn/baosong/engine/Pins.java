package cn.baosong.engine;

/** Names of the variables that pin the version of a called process or decision. */
final class Pins {

    static final String SUFFIX = "Version";

    private Pins() {}

    /** @return {@code multiLevelReviewVersion} for {@code multi-level-review} */
    static String variable(String key) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char character : key.toCharArray()) {
            if (!Character.isLetterOrDigit(character)) {
                upper = !name.isEmpty();
            } else {
                name.append(
                        upper
                                ? Character.toUpperCase(character)
                                : name.isEmpty() ? Character.toLowerCase(character) : character);
                upper = false;
            }
        }
        return name.append(SUFFIX).toString();
    }
}
