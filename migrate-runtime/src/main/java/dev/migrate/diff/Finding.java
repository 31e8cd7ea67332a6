package dev.migrate.diff;

import java.util.List;

/** A difference and what mends it. */
record Finding(SchemaDifference difference, List<Step> steps) {
    Finding {
        steps = List.copyOf(steps);
    }
}
