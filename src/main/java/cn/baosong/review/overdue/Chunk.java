package cn.baosong.review.overdue;

/** How many in one transaction, as a model says it. */
final class Chunk {

    private static final int LARGEST = 500;

    private Chunk() {}

    /** @return between 1 and 500; {@code ordinary} where the setting is missing or no number */
    static int of(String setting, int ordinary) {
        try {
            return setting == null ? ordinary : Math.max(1, Math.min(LARGEST, Integer.parseInt(setting)));
        } catch (NumberFormatException noNumber) {
            return ordinary;
        }
    }
}
