package dev.migrate.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an expression compares what it names. Servers write {@code BETWEEN} as two comparisons, turn round one that begins with
 * a value, and add casts; of what they may say in quite other words nothing is known here.
 */
final class Comparisons {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s++|(?<string>(?:\\b[bBnN])?'(?:[^'\\\\]|''|\\\\.)*+')|(?<number>\\d[\\w.]*+)"
                    + "|(?<cast>::\\s*(?:character varying|double precision|(?:time|timestamp)(?:\\(\\d\\))? with(?:out)?"
                    + " time zone|\\w++)(?:\\([\\d, ]++\\))?(?:\\[])*+)"
                    + "|(?<name>`[^`]*+`|\"[^\"]*+\"|[\\p{L}_$][\\p{L}\\p{N}_$]*+)(?<call>\\s*\\()?+"
                    + "|(?<compared><=>|<=|>=|<>|!=|=|<|>)|(?<sign>-)(?=\\d)|[(),]|(?<other>.)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> PLAIN = Set.of("and", "or", "is", "null");
    private static final Set<String> VALUES = Set.of("true", "false");

    /** What is said in other words with parentheses, too. */
    private static final Set<String> NO_FUNCTIONS = Set.of("in", "any", "all", "not", "cast", "case", "exists");

    private static final List<String> BETWEEN = List.of(">=", "<=");
    private static final Map<String, String> TURNED = Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

    private final Predicate<String> columns;
    private final List<String> found = new ArrayList<>();
    private boolean afterValue;
    private boolean mayTurn;
    private boolean known = true;

    private Comparisons(Predicate<String> columns) {
        this.columns = columns;
    }

    /**
     * Finds the operators that compare something in an expression.
     *
     * @param columns whether a name, as it stands in the expression, is a column's
     * @return the operators, sorted; empty when the expression says what is not known here
     */
    static Optional<List<String>> of(String sql, Predicate<String> columns) {
        Comparisons comparisons = new Comparisons(columns);
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            comparisons.take(token);
        }
        return comparisons.known
                ? Optional.of(comparisons.found.stream().sorted().toList())
                : Optional.empty();
    }

    private void take(Matcher token) {
        if (token.group("string") != null || token.group("number") != null) {
            operand(true);
        } else if (token.group("name") != null) {
            word(token.group("name"), token.group("call") != null);
        } else if (token.group("compared") != null) {
            compared(token.group("compared"));
        } else if (token.group("other") != null || (token.group("sign") != null && afterValue)) {
            known = false;
        }
    }

    private void word(String name, boolean called) {
        String word = name.toLowerCase(Locale.ROOT);
        if (word.equals("between") && !called) {
            found.addAll(BETWEEN);
        } else if (PLAIN.contains(word)) {
            afterValue = false;
        } else if (VALUES.contains(word)) {
            operand(true);
        } else if (called ? !NO_FUNCTIONS.contains(word) : columns.test(name)) {
            operand(false);
        } else {
            known = word.equals("not") && !called && known; // is not null
        }
    }

    private void compared(String operator) {
        known &= !operator.equals("<=>");
        if (operator.equals("=")) {
            found.addAll(BETWEEN); // of one and the same value
        } else {
            found.add(operator.equals("!=") ? "<>" : operator);
            mayTurn = afterValue;
        }
        afterValue = false;
    }

    private void operand(boolean value) {
        if (mayTurn && !value) {
            found.add(turned(found.remove(found.size() - 1)));
        }
        mayTurn = false;
        afterValue = value;
    }

    private static String turned(String operator) {
        return TURNED.getOrDefault(operator, operator);
    }
}
