package cn.baosong.common.feel;

import cn.baosong.common.CodeLists;
import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import java.util.List;
import java.util.function.Function;

/**
 * The functions that Baosong adds to FEEL, all of them. Each answers null where an argument is null or of another type,
 * so that a rule about a value not yet given does not hold.
 */
public final class FeelFunctions {

    /**
     * @param name name in an expression
     * @param parameters names of the parameters, in order
     * @param body from the arguments, in order, to the result; both plain values
     */
    public record FeelFunction(String name, List<String> parameters, Function<List<Object>, Object> body) {}

    private final CodeLists lists;

    /** @param lists answers {@code codeAttribute} */
    public FeelFunctions(CodeLists lists) {
        this.lists = lists;
    }

    public List<FeelFunction> all() {
        return List.of(
                new FeelFunction(
                        "validCreditCode",
                        List.of("code"),
                        arguments ->
                                arguments.get(0) instanceof String code ? UnifiedSocialCreditCode.isValid(code) : null),
                new FeelFunction(
                        "validOrganizationCode",
                        List.of("code"),
                        arguments -> arguments.get(0) instanceof String code ? OrganizationCode.isValid(code) : null),
                new FeelFunction("codeAttribute", List.of("list", "code", "attribute"), this::codeAttribute));
    }

    private Object codeAttribute(List<Object> arguments) {
        if (arguments.get(0) instanceof String list
                && arguments.get(1) instanceof String code
                && arguments.get(2) instanceof String attribute) {
            return lists.find(list, code)
                    .map(entry -> entry.attributes().get(attribute))
                    .orElse(null);
        }
        return null;
    }
}
