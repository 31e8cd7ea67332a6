package dev.migrate.graph;

import static dev.migrate.problem.ProblemCode.AMBIGUOUS_ID;
import static dev.migrate.problem.ProblemCode.DUPLICATE_LABEL;
import static dev.migrate.problem.ProblemCode.ILLEGAL_ID;
import static dev.migrate.problem.ProblemCode.SEVERAL_HEADS;
import static dev.migrate.problem.ProblemCode.UNKNOWN_DEPENDENCY;
import static dev.migrate.problem.ProblemCode.UNKNOWN_PARENT;

import dev.migrate.problem.ProblemCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the conformance suite calls the errors, and the code that we give them. The names are the same but for these:
 *
 * <table>
 * <caption>kinds of another name</caption>
 * <tr><th>the suite's kind</th><th>our code</th></tr>
 * <tr><td>{@link #AMBIGUOUS_PARTIAL_ID}</td><td>{@code ambiguous-id}</td></tr>
 * <tr><td>{@link #MULTIPLE_HEADS}</td><td>{@code several-heads}</td></tr>
 * <tr><td>{@link #MISSING_DOWN_REVISION}</td><td>{@code unknown-parent}</td></tr>
 * <tr><td>{@link #MISSING_DEPENDENCY}</td><td>{@code unknown-dependency}</td></tr>
 * <tr><td>{@link #DUPLICATE_BRANCH_LABEL}</td><td>{@code duplicate-label}</td></tr>
 * <tr><td>{@link #ILLEGAL_REVISION_ID}</td><td>{@code illegal-id}</td></tr>
 * <tr><td>{@link #INTERNAL_ERROR}</td><td>none: Alembic fell over, and we must not</td></tr>
 * </table>
 */
enum Kind {
    UNKNOWN_REVISION,
    UNKNOWN_BRANCH,
    AMBIGUOUS_PARTIAL_ID(AMBIGUOUS_ID),
    NOT_ON_BRANCH,
    MULTIPLE_HEADS(SEVERAL_HEADS),
    AMBIGUOUS_WALK,
    AMBIGUOUS_CURRENT,
    RELATIVE_OUT_OF_RANGE,
    RANGE_NOT_ANCESTOR,
    NOT_A_DOWNGRADE_TARGET,
    OVERLAPPING_REVISIONS,
    RANGE_NOT_ALLOWED,
    BAD_HISTORY_RANGE,
    CYCLE,
    SELF_LOOP,
    DEPENDENCY_CYCLE,
    DEPENDENCY_SELF_LOOP,
    MISSING_DOWN_REVISION(UNKNOWN_PARENT),
    MISSING_DEPENDENCY(UNKNOWN_DEPENDENCY),
    DUPLICATE_BRANCH_LABEL(DUPLICATE_LABEL),
    ILLEGAL_REVISION_ID(ILLEGAL_ID),
    NOT_A_HEAD,
    DUPLICATE_HEADS,
    INTERNAL_ERROR(Optional.empty());

    private final Optional<ProblemCode> code;

    Kind() {
        code = Optional.of(ProblemCode.valueOf(name()));
    }

    Kind(ProblemCode code) {
        this(Optional.of(code));
    }

    Kind(Optional<ProblemCode> code) {
        this.code = code;
    }

    /** Our code of this kind. */
    Optional<ProblemCode> code() {
        return code;
    }

    /** The suite's kind of a code; empty for what the suite does not know. */
    static Optional<Kind> of(ProblemCode code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(Optional.of(code)))
                .findFirst();
    }
}
