package cn.baosong.engine;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * The small grammar of expressions in a model: a variable or a dotted path, comparison, and, or, not, empty, literals.
 * Read by the engine's own parser, so that what is judged is what would run.
 */
final class ExpressionGrammar {

    private static final Set<AstBinary.Operator> COMPARISON_AND_LOGIC = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);

    /** Longer ones are no conditions a person reads, and could be nested deeper than a parser bears. */
    private static final int LONGEST = 1000;

    /** Names the engine gives to its own objects. */
    private static final Set<String> RESERVED =
            Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");

    private final Set<String> delegates;

    ExpressionGrammar(Set<String> delegates) {
        this.delegates = delegates;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @return the broken rule of {@link GuardFinding}, or null where {@code text} keeps to the grammar */
    String broken(String text) {
        Node root = parse(text);
        return root == null ? "expression-syntax" : broken(root);
    }

    /** @return whether {@code text} is the one expression by which a call activity hands over the business key */
    static boolean handsOverBusinessKey(String text) {
        Node root = parse(text);
        return root instanceof AstEval eval
                && eval.getChild(0) instanceof AstDot path
                && path.toString().equals(". processBusinessKey")
                && path.getChild(0) instanceof AstIdentifier base
                && base.getName().equals("execution");
    }

    /** @return the bean a delegate expression names, or null where it is anything else than one bare name */
    static String delegate(String text) {
        Node root = parse(text);
        return root instanceof AstEval eval && eval.getChild(0) instanceof AstIdentifier bean ? bean.getName() : null;
    }

    private static Node parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return new Builder(Builder.Feature.METHOD_INVOCATIONS, Builder.Feature.VARARGS)
                    .build(text)
                    .getRoot();
        } catch (TreeBuilderException notUnderstood) {
            return null;
        }
    }

    private String broken(Node node) {
        String own = own(node);
        for (int i = 0; own == null && i < node.getCardinality(); i++) {
            own = broken(node.getChild(i));
        }
        return own;
    }

    private String own(Node node) {
        if (node instanceof AstMethod || node instanceof AstFunction) {
            return "expression-call";
        }
        if (node instanceof AstIdentifier name) {
            return RESERVED.contains(name.getName()) || delegates.contains(name.getName()) ? "expression-name" : null;
        }
        if (node instanceof AstBinary binary) {
            return COMPARISON_AND_LOGIC.contains(binary.getOperator()) ? null : "expression-form";
        }
        boolean plain = node instanceof AstText
                || node instanceof AstComposite
                || node instanceof AstEval
                || node instanceof AstNested
                || node instanceof AstDot
                || node instanceof AstUnary
                || node instanceof AstNumber
                || node instanceof AstString
                || node instanceof AstBoolean
                || node instanceof AstNull;
        return plain ? null : "expression-form";
    }
}
