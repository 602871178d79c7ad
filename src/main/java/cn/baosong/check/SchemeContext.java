package cn.baosong.check;

import cn.baosong.form.FormDefinition;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature lets the expressions of its schemes read beside the values of the forms and {@code today}: a bean of each
 * feature that runs a kind of scheme. A name that is in none of it is refused when it is deployed.
 */
public interface SchemeContext {

    /**
     * @param settings of the scheme's process
     * @param forms by id, those that could be read
     * @return the names around; empty where the feature does not run such a scheme
     */
    Optional<NameScope> around(Map<String, String> settings, Map<String, FormDefinition> forms);
}
