package dev.migrate.problem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody who wrote another one probably meant. */
public final class NearestName {

    // Each search compares with every name. Where this many names are wrong, suggestions do not help any more.
    private static final int MOST_SEARCHES = 50;

    private final Supplier<? extends Collection<String>> declared;
    private @Nullable List<String> names; // sorted when the first search comes, for most graphs never
    private int searches;

    /**
     * A search among some names.
     *
     * @param declared gives the names; asked at most once, when the first search comes
     */
    public NearestName(Supplier<? extends Collection<String>> declared) {
        this.declared = declared;
    }

    /**
     * The nearest name within a few typing errors, or the only one that begins like that.
     *
     * @param wanted what was written
     * @return the nearest name, the first of several in their order; empty when none is near, or when so many names were
     *     searched that suggestions do not help any more
     */
    public Optional<String> to(String wanted) {
        if (wanted.isEmpty() || ++searches > MOST_SEARCHES) {
            return Optional.empty();
        }
        List<String> sorted = sorted();
        // One letter instead of another is no typing error.
        int limit = wanted.length() < 2 ? 0 : wanted.length() < 8 ? 1 : wanted.length() < 12 ? 2 : 3;
        String best = null;
        int least = limit + 1;
        for (String name : sorted) {
            int distance = name.equalsIgnoreCase(wanted) ? 0 : distance(wanted, name, least);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best).or(() -> completionOf(wanted, sorted));
    }

    private List<String> sorted() {
        if (names == null) {
            names = declared.get().stream().sorted().toList();
        }
        return names;
    }

    private static Optional<String> completionOf(String wanted, List<String> sorted) {
        Stream<String> longer = sorted.stream().filter(name -> name.startsWith(wanted));
        List<String> candidates = longer.limit(2).toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /**
     * A suggestion as a sentence.
     *
     * @param near the name to suggest
     * @return the question, with a space at its beginning; empty when there is nothing to suggest
     */
    public static String didYouMean(Optional<String> near) {
        return near.map(name -> " Did you mean \"" + name + "\"?").orElse("");
    }

    /** Insertions, deletions, changes and swaps of neighbours that lead from a to b; at least {@code limit} once that is certain. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                smallest = Math.min(smallest, row[j]);
            }
            if (smallest >= limit) {
                return limit;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
