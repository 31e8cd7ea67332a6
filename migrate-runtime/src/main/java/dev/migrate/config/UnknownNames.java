package dev.migrate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds names that were meant for migrate and mean nothing to it. */
final class UnknownNames {

    private static final Set<String> KNOWN =
            Catalogue.all().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));

    private UnknownNames() {}

    static List<String> in(List<SettingSource> sources) {
        List<String> warnings = new ArrayList<>();
        for (SettingSource source : sources) {
            for (String name : source.claimedNames()) {
                if (!isKnown(name)) {
                    warnings.add(source.placeOf(name) + " is no setting of migrate"
                            + nearest(name)
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse(""));
                }
            }
        }
        return warnings;
    }

    private static boolean isKnown(String name) {
        if (KNOWN.contains(name) || name.startsWith("x.")) {
            return true;
        }
        if (name.startsWith(Setting.PREFIX)) {
            return false; // the prefix was written where there is none
        }
        int dot = name.indexOf('.');
        return dot > 0 && KNOWN.contains(name.substring(dot + 1)); // <history>.<name>
    }

    private static Optional<String> nearest(String name) {
        if (name.startsWith(Setting.PREFIX) && isKnown(name.substring(Setting.PREFIX.length()))) {
            return Optional.of(name.substring(Setting.PREFIX.length()));
        }
        int allowed = Math.max(1, name.length() / 3);
        String best = null;
        int bestDistance = allowed + 1;
        for (String known : KNOWN) {
            int distance = distance(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = known;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters must be put in, left out, replaced or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], 1 + table[i - 2][j - 2]);
                }
            }
        }
        return table[a.length()][b.length()];
    }
}
