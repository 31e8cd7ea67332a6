package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A revision as people name it: an id, a unique prefix of one, a branch label, {@code head}, {@code heads},
 * {@code base}, {@code current}; on a branch, {@code billing@head}; or so many steps away, {@code +2}, {@code -1},
 * {@code 8f3c-1}, {@code billing@+1}.
 *
 * @param text what was typed
 * @param branch the name left of {@code @}; empty where there is none
 * @param symbol the name itself; empty where the expression counts from what is applied
 * @param steps the steps up, negative for steps down; empty where the expression names a revision directly
 */
public record RevisionExpression(String text, Optional<String> branch, Optional<String> symbol, OptionalInt steps) {

    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";

    // Names with a dot or a hyphen cannot be counted from: "v1.0-1" could be a name itself.
    private static final Pattern RELATIVE =
            Pattern.compile("(?:(?<branch>.*?)@)?(?<symbol>\\w*)(?<steps>[+-][0-9]+)", Pattern.UNICODE_CHARACTER_CLASS);

    public RevisionExpression {
        requireNonNull(text, "text");
        requireNonNull(branch, "branch");
        requireNonNull(symbol, "symbol");
        requireNonNull(steps, "steps");
    }

    /**
     * Reads an expression. Everything can be read; whether it names something shows in a graph.
     *
     * @param text what was typed
     * @return its parts
     */
    public static RevisionExpression parse(String text) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return new RevisionExpression(
                    text,
                    named(relative.group("branch")),
                    named(relative.group("symbol")),
                    OptionalInt.of(steps(relative.group("steps"))));
        }
        int at = text.indexOf('@');
        return new RevisionExpression(
                text,
                at < 0 ? Optional.empty() : named(text.substring(0, at)),
                Optional.of(text.substring(at + 1)),
                OptionalInt.empty());
    }

    private static Optional<String> named(@Nullable String part) {
        return Optional.ofNullable(part).filter(name -> !name.isEmpty());
    }

    /** So many steps that no graph has them are as good as any larger number. */
    private static int steps(String signed) {
        String digits = signed.substring(1).replaceFirst("^0+(?=.)", "");
        int count = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        return signed.charAt(0) == '-' ? -count : count;
    }

    /**
     * Whether it takes a database to say what it names.
     *
     * @return true for {@code current}, also where steps are counted from there
     */
    public boolean namesCurrent() {
        return symbol().filter(CURRENT::equals).isPresent();
    }

    /**
     * The revisions that this expression names, as {@code show} understands it: steps count down from the heads.
     *
     * @param graph the history
     * @param rows the rows of the version table, for {@code current}
     * @return complete ids; none for {@code base}, several for {@code heads}
     * @throws MigrateException when it names nothing, or cannot be told apart
     */
    public List<String> in(RevisionGraph graph, Collection<String> rows) {
        RevisionLookup lookup = new RevisionLookup(graph);
        if (text.equals(CURRENT)) {
            return AppliedRevisions.of(graph, rows).rows();
        }
        List<Integer> found = symbol().isEmpty() && steps().orElse(0) < 0
                ? new Walk(lookup, this).belowHeads()
                : lookup.revisions(this);
        return found.stream().map(graph.topology()::id).toList();
    }

    /**
     * The revisions that this expression names wherever nothing is planned: as {@link #in}, and steps may be counted from
     * any name, or up from the base.
     *
     * @param graph the history
     * @param rows the rows of the version table, for {@code current}
     * @return complete ids; none for {@code base}, several for {@code heads}
     * @throws MigrateException when it names nothing, or cannot be told apart
     */
    public List<String> anywhereIn(RevisionGraph graph, Collection<String> rows) {
        int count = steps().orElse(0);
        if (!isRelative() || (symbol().isEmpty() && count < 0)) {
            return in(graph, rows);
        }
        RevisionLookup lookup = new RevisionLookup(graph);
        Walk walk = new Walk(lookup, this);
        RevisionExpression start = start();
        OptionalInt from = symbol().isEmpty()
                ? OptionalInt.empty()
                : lookup.revision(
                        start.is(CURRENT)
                                ? parse(AppliedRevisions.of(graph, rows).onlyRow(this))
                                : start);
        String name = symbol().isEmpty() ? "the base" : Words.quoted(start.text());
        OptionalInt at = count < 0 ? walk.down(from, name) : walk.up(from, name);
        int found = at.orElseThrow(() -> walk.outOfRange("is the base, which is not a revision."));
        return List.of(graph.topology().id(found));
    }

    /** Whether it counts steps. */
    boolean isRelative() {
        return steps.isPresent();
    }

    boolean is(String word) {
        return !isRelative() && symbol.filter(word::equals).isPresent();
    }

    /** The same without steps, as an expression of its own: where the counting starts. */
    RevisionExpression start() {
        return new RevisionExpression(
                branch.map(name -> name + "@").orElse("") + symbol.orElse(""), branch, symbol, OptionalInt.empty());
    }

    /** What was typed right of {@code @}. */
    String textAfterBranch() {
        return text.substring(text.indexOf('@') + 1);
    }

    /** The same; a name that means the same on every branch stands alone. */
    RevisionExpression withBranchOfHeadsOnly() {
        return is(HEAD) || is(HEADS) ? this : withoutBranch();
    }

    RevisionExpression withoutBranch() {
        return new RevisionExpression(text, Optional.empty(), symbol, steps);
    }
}
