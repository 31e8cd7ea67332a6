package dev.migrate.processor;

import static java.util.Comparator.comparing;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** What one history takes in, and what that takes in again; each history once, on however many ways it is reached. */
final class Inclusion {

    private final DeclaredModule module;
    private final OtherModules others;
    private final Set<String> reached = new HashSet<>();
    private final List<DeclaredRevision> fromModule = new ArrayList<>();
    private final List<DeclaredRevision> fromOthers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Inclusion(DeclaredModule module, OtherModules others) {
        this.module = module;
        this.others = others;
    }

    /** Follows the includes of a history of {@code module}. */
    static Inclusion of(DeclaredHistory history, DeclaredModule module, OtherModules others) {
        Inclusion inclusion = new Inclusion(module, others);
        if (history.isNamed()) {
            inclusion.reached.add(history.anchor());
        }
        inclusion.follow(history);
        // Whatever the order of includes: one mistake reads the same wherever it is met.
        Comparator<DeclaredRevision> byClass =
                comparing(revision -> revision.entry().className());
        inclusion.fromModule.sort(byClass);
        inclusion.fromOthers.sort(byClass);
        return inclusion;
    }

    /** Revisions of other histories of the same module. */
    List<DeclaredRevision> fromModule() {
        return fromModule;
    }

    /** Revisions of other modules. */
    List<DeclaredRevision> fromOthers() {
        return fromOthers;
    }

    /** What cannot be included. */
    List<Problem> problems() {
        return problems;
    }

    private void follow(DeclaredHistory history) {
        for (TypeElement anchor : history.includes()) {
            String name = anchor.getQualifiedName().toString();
            if (!reached.add(name)) {
                continue;
            }
            Optional<DeclaredHistory> here = module.anchoredAt(name);
            if (here.isPresent()) {
                fromModule.addAll(module.revisionsOf(here.get().name()));
                follow(here.get());
                continue;
            }
            DeclaredModule other = others.around(anchor);
            other.anchoredAt(name)
                    .ifPresentOrElse(
                            there -> {
                                fromOthers.addAll(other.revisionsOf(there.name()));
                                follow(there);
                            },
                            () -> problems.add(noHistory(name)));
        }
        if (!history.settled()) {
            problems.add(incomplete(history));
        }
    }

    private static Problem noHistory(String anchor) {
        return Problem.of(
                        ProblemCode.UNKNOWN_HISTORY,
                        anchor + " stands for no history: there is no index beside it that names one.")
                .next("compile its module with the annotation processor, or take it out of includes");
    }

    /** What a history is that was compiled with more on the class path than there is now. */
    static Problem incomplete(DeclaredHistory history) {
        return Problem.of(
                        ProblemCode.UNKNOWN_HISTORY,
                        "The history \"%s\" (package %s) includes one that is not on the class path."
                                .formatted(history.name(), history.packageName()))
                .next("add the module with that history to the dependencies");
    }
}
