package cn.baosong.engine;

import java.util.List;

/**
 * One thing the guard refuses in a model.
 *
 * @param file name of the file
 * @param elementId id of the element in the model, empty where the whole file is meant
 * @param elementName the element's label, empty if it has none
 * @param rule short name of the broken rule, such as {@code script}; or, where whoever reads the file has words of its own,
 *     the key of these, such as {@code form.file.noKey}
 * @param arguments values for {@code {0}}, {@code {1}} … of both texts; a {@link cn.baosong.common.Reason} is said in the
 *     reader's language
 */
public record GuardFinding(String file, String elementId, String elementName, String rule, List<?> arguments) {

    public GuardFinding {
        arguments = List.copyOf(arguments);
    }

    /** @return translation key of what is wrong */
    public String key() {
        return isKey() ? rule : "engine.guard." + rule;
    }

    /** @return translation key of what to do */
    public String remedyKey() {
        return isKey() ? "engine.guard.form.do" : key() + ".do";
    }

    private boolean isKey() {
        return rule.indexOf('.') >= 0;
    }
}
