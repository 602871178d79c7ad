package cn.baosong.account;

/** What a picture code says: four digits. A bean of its own, so that tests can know them. */
@FunctionalInterface
public interface PictureDigits {

    /** @return four digits nobody can foresee */
    String next();
}
