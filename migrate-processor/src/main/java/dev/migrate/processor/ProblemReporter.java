package dev.migrate.processor;

import dev.migrate.graph.GraphProblem;
import dev.migrate.graph.GraphProblem.Place;
import dev.migrate.graph.GraphProblem.Severity;
import dev.migrate.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic.Kind;

/** Puts problems on the values that are wrong. What lies in class files has no line: then the class is named only. */
final class ProblemReporter {

    private static final int MOST_CLASSES = 6;

    private final Messager messager;
    private final SourceFacts facts;
    private final Set<List<Object>> reported = new HashSet<>();
    private boolean errors;

    ProblemReporter(Messager messager, SourceFacts facts) {
        this.messager = messager;
        this.facts = facts;
    }

    /** Whether an error was reported. */
    boolean hasErrors() {
        return errors;
    }

    /** Reports what has no place in the sources. */
    void report(Problem problem) {
        errors = true;
        messager.printMessage(Kind.ERROR, problem.text());
    }

    /** Reports what is wrong with a named history, on a value of its {@code @MigrationHistory}. */
    void report(Problem problem, DeclaredHistory history, String attribute) {
        report(Kind.ERROR, problem, history, attribute);
    }

    private void report(Kind kind, Problem problem, DeclaredHistory history, String attribute) {
        errors |= kind == Kind.ERROR;
        Optional<AnnotationValue> value = history.value(attribute);
        if (!history.local()) {
            messager.printMessage(
                    kind,
                    problem.where().isPresent()
                            ? problem.text()
                            : problem.at("package " + history.packageName()).text());
        } else if (value.isPresent()) {
            messager.printMessage(kind, problem.text(), history.element(), history.annotation(), value.get());
        } else {
            messager.printMessage(kind, problem.text(), history.element(), history.annotation());
        }
    }

    /** Reports what is wrong with a class as a whole, on its {@code @Revision}. */
    void report(Problem problem, DeclaredRevision revision) {
        errors = true;
        if (revision.local()) {
            messager.printMessage(Kind.ERROR, problem.text(), revision.type(), revision.annotation());
        } else {
            messager.printMessage(
                    Kind.ERROR, problem.at(revision.entry().className()).text());
        }
    }

    /** Reports what is wrong with a graph. */
    void report(GraphProblem found, CheckedGraph graph) {
        List<DeclaredRevision> declared = graph.revisions();
        Kind kind = found.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
        errors |= kind == Kind.ERROR;
        Problem plain = found.problem().at(classesOf(found, declared));
        Problem problem = graph.adviceOn(found).map(plain::next).orElse(plain);
        List<Place> local = found.places().stream()
                .filter(place -> declared.get(place.node()).local())
                .toList();
        if (local.isEmpty() && graph.reachesOtherModules(found)) {
            report(kind, problem, graph.history().orElseThrow(), "includes");
        } else if (local.isEmpty()) {
            messager.printMessage(kind, problem.text());
        }
        for (Place place : local) {
            report(kind, problem.text(), place, declared.get(place.node()));
        }
    }

    private void report(Kind kind, String text, Place place, DeclaredRevision revision) {
        Optional<AnnotationValue> value = valueAt(place, revision);
        // Two histories that include the same others find the same in them.
        if (!reported.add(
                List.of(text, place.attribute(), place.value(), revision.entry().className()))) {
            return;
        }
        if (value.isPresent()) {
            messager.printMessage(kind, text, revision.type(), revision.annotation(), value.get());
        } else {
            messager.printMessage(kind, text, revision.type(), revision.annotation());
        }
    }

    private Optional<AnnotationValue> valueAt(Place place, DeclaredRevision revision) {
        Optional<AnnotationValue> whole = Annotations.value(revision.annotation(), nameOf(place));
        if (place.value() < 0) {
            return whole;
        }
        return whole.map(value -> Annotations.elements(value).get(place.value()))
                .filter(element -> facts.canPointAt(revision.type(), revision.annotation(), element))
                .or(() -> whole);
    }

    private static String nameOf(Place place) {
        return switch (place.attribute()) {
            case ID -> "id";
            case DOWN_REVISION -> "downRevision";
            case DEPENDS_ON -> "dependsOn";
            case BRANCH_LABELS -> "branchLabels";
        };
    }

    /** A long list is cut and counted: it stands at each of the places. */
    private static String classesOf(GraphProblem problem, List<DeclaredRevision> declared) {
        List<String> names = problem.places().stream()
                .map(place -> declared.get(place.node()).entry().className())
                .distinct()
                .toList();
        return names.size() <= MOST_CLASSES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_CLASSES - 1)) + " and " + (names.size() - MOST_CLASSES + 1)
                        + " more";
    }
}
