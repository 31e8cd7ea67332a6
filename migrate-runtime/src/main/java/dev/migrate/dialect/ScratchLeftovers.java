package dev.migrate.dialect;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scratches of earlier runs that were killed before they could remove them.
 *
 * @param removed names of databases that were removed: their marks say that they were scratches, and nobody used them
 * @param kept names, as SQL has them, of databases that look like scratches and of which that is not known; no session that
 *     can be seen is in them
 */
public record ScratchLeftovers(List<String> removed, List<String> kept) {

    /** There are none. */
    public static final ScratchLeftovers NONE = new ScratchLeftovers(List.of(), List.of());

    public ScratchLeftovers {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }

    /**
     * What a person should know whose run ends, and leaves a scratch.
     *
     * @param scratch what stays
     * @param removal what removes it
     * @param why what was in the way
     * @return a warning
     */
    public static Problem stays(String scratch, String removal, String why) {
        return Problem.of(
                        ProblemCode.SCRATCH_LEFT,
                        "the run ends, and what it had made to try something may be left: " + scratch
                                + " cannot be removed: " + why)
                .next(removal);
    }

    /**
     * What a person should know of it.
     *
     * @return warnings
     */
    public List<Problem> told() {
        List<Problem> told = new ArrayList<>();
        if (!removed.isEmpty()) {
            told.add(Problem.of(
                    ProblemCode.SCRATCH_LEFT,
                    "removed from this server what runs that were cut off had left: " + String.join(", ", removed)));
        }
        if (!kept.isEmpty()) {
            told.add(Problem.of(
                            ProblemCode.SCRATCH_LEFT,
                            "these databases of the server look like what runs have left that were cut off: "
                                    + String.join(", ", kept))
                    .next(kept.stream()
                            .map(database -> "DROP DATABASE " + database)
                            .collect(Collectors.joining(
                                    "; ", "if they are, and nobody runs migrate on this server just now: ", ""))));
        }
        return told;
    }
}
