package dev.migrate.graph;

import java.util.Set;
import java.util.regex.Pattern;

/** What may be a revision id and what may be a branch label. */
final class NameRules {

    /** What the version table has room for. */
    static final int MAX_LENGTH = 64;

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");
    private static final Pattern ID_CHARACTERS = Pattern.compile("[A-Za-z0-9_.]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.-]{1," + MAX_LENGTH + "}");
    // "label-3" would read as three steps below the label.
    private static final Pattern ENDS_LIKE_STEPS = Pattern.compile(".*-[0-9]+");

    private NameRules() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** Whether an identifier with this name in it could be parsed: the rule of the graph itself. */
    static boolean isAddressable(String id) {
        return !id.isEmpty() && id.chars().noneMatch(c -> c == '@' || c == '+' || c == '-' || c == ':');
    }

    /** Whether an author may use these characters: the stricter rule, for new revisions. */
    static boolean hasIdCharacters(String id) {
        return ID_CHARACTERS.matcher(id).matches();
    }

    static boolean isTooLong(String id) {
        return id.length() > MAX_LENGTH;
    }

    static boolean isLabel(String label) {
        return LABEL.matcher(label).matches() && !ENDS_LIKE_STEPS.matcher(label).matches() && !isReserved(label);
    }
}
