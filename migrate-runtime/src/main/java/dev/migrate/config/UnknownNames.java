package dev.migrate.config;

import dev.migrate.problem.NearestName;
import java.util.ArrayList;
import java.util.List;
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
        return new NearestName(() -> KNOWN).to(name);
    }
}
