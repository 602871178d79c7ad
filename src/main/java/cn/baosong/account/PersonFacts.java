package cn.baosong.account;

import java.util.List;
import java.util.Locale;

/** What floors above know about a person, for the user centre (ROLE-12): a desk, a manageable region, an enterprise. */
public interface PersonFacts {

    /**
     * @param label translation key
     * @param value in the language asked for
     */
    record Fact(String label, String value) {}

    /** @return in the order they are shown, none where there is nothing to say */
    List<Fact> of(SignedIn person, Locale locale);
}
