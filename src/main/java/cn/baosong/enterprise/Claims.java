package cn.baosong.enterprise;

/** Names and codes that are spoken for before there is an enterprise, told by the feature that knows them. */
public interface Claims {

    /**
     * @param nameKey of {@link EnterpriseName#key}, @param code normalized; null for one that is not asked for
     * @return which of the two is spoken for
     */
    Enterprises.Taken claimed(String nameKey, String code);

    /** Whoever is about to claim one of the two waits until this transaction ends; null for one that nobody takes. */
    void hold(String nameKey, String code);
}
