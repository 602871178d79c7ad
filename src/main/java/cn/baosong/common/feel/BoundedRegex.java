package cn.baosong.common.feel;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import cn.baosong.common.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValString;

/**
 * The four functions of FEEL that take a pattern, as the engine has them, but counting what the matching reads: a
 * pattern such as {@code (a+)+b} reads a short text for years.
 */
final class BoundedRegex {

    /** Names in FEEL; a guarded tree calls them with {@code #} before. */
    static final Set<String> NAMES = Set.of("matches", "replace", "split", "extract");

    private final Budget budget;

    BoundedRegex(Budget budget) {
        this.budget = budget;
    }

    camundajar.impl.scala.collection.immutable.List<ValFunction> functions(String name) {
        return switch (name) {
            case "#matches" ->
                withFlags(
                        List.of("input", "pattern"),
                        (texts, pattern) ->
                                new ValBoolean(matcher(pattern, texts.get(0)).find()));
            case "#replace" -> withFlags(List.of("input", "pattern", "replacement"), this::replace);
            case "#split" ->
                Budget.function(List.of("string", "delimiter"), arguments -> apply(arguments, 2, this::split));
            case "#extract" ->
                Budget.function(List.of("input", "pattern"), arguments -> apply(arguments, 2, this::extract));
            default -> Budget.none();
        };
    }

    private camundajar.impl.scala.collection.immutable.List<ValFunction> withFlags(
            List<String> parameters, BiFunction<List<String>, Pattern, Val> body) {
        List<String> more = new ArrayList<>(parameters);
        more.add("flags");
        return CollectionConverters.asScala(List.of(
                        Budget.valFunction(parameters, arguments -> apply(arguments, parameters.size(), body)),
                        Budget.valFunction(more, arguments -> apply(arguments, parameters.size(), body))))
                .toList();
    }

    /** @param flagsAt place of the flags among the arguments, if they are there */
    private Val apply(List<Val> arguments, int flagsAt, BiFunction<List<String>, Pattern, Val> body) {
        List<String> texts = new ArrayList<>();
        for (Val argument : arguments) {
            if (!(argument instanceof ValString text)) {
                return new ValError("a pattern is matched with texts");
            }
            texts.add(text.value());
        }
        try {
            int flags = texts.size() > flagsAt ? flags(texts.get(flagsAt)) : 0;
            return body.apply(texts, Pattern.compile(texts.get(1), flags));
        } catch (PatternSyntaxException invalid) {
            return new ValError("invalid pattern '" + texts.get(1) + "'");
        }
    }

    private static int flags(String letters) {
        return (letters.contains("s") ? Pattern.DOTALL : 0)
                | (letters.contains("m") ? Pattern.MULTILINE : 0)
                | (letters.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (letters.contains("x") ? Pattern.COMMENTS : 0);
    }

    private Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(new CountedText(text));
    }

    private Val replace(List<String> texts, Pattern pattern) {
        Matcher matcher = matcher(pattern, texts.get(0));
        StringBuilder result = new StringBuilder();
        try {
            while (matcher.find()) {
                matcher.appendReplacement(result, texts.get(2));
                bounded(result.length());
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException invalid) {
            return new ValError("invalid replacement '" + texts.get(2) + "'");
        }
        matcher.appendTail(result);
        return new ValString(result.toString());
    }

    private Val split(List<String> texts, Pattern pattern) {
        String text = texts.get(0);
        Matcher matcher = matcher(pattern, text);
        List<Val> parts = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            // As Java splits: nothing stands before an empty match at the very beginning.
            if (matcher.end() > 0) {
                add(parts, text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        add(parts, text.substring(from));
        return FeelValues.list(parts);
    }

    private Val extract(List<String> texts, Pattern pattern) {
        Matcher matcher = matcher(pattern, texts.get(0));
        List<Val> found = new ArrayList<>();
        while (matcher.find()) {
            add(found, matcher.group());
        }
        return FeelValues.list(found);
    }

    private void add(List<Val> parts, String part) {
        if (parts.size() >= Budget.ITEM_LIMIT) {
            throw budget.exceed(Reason.of("feel.limit.items", Budget.ITEM_LIMIT));
        }
        parts.add(new ValString(part));
    }

    private void bounded(int length) {
        if (length > Budget.CHARACTER_LIMIT) {
            throw budget.exceed(Reason.of("feel.limit.characters", Budget.CHARACTER_LIMIT));
        }
    }

    /** A text that tells the budget of every character read. */
    private final class CountedText implements CharSequence {

        private final String text;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            budget.regexStep();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
