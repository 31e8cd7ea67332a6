package dev.migrate.processor;

import static java.util.stream.Collectors.joining;

import dev.migrate.HistoryAnchor;
import dev.migrate.index.HistoryEntry;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Whether the histories of a module can have their names: each a good one, of its own, and with an anchor of its own. */
final class HistoryNames {

    private final Elements elements;
    private final List<DeclaredHistory> histories;

    HistoryNames(Elements elements, List<DeclaredHistory> histories) {
        this.elements = elements;
        this.histories = histories;
    }

    /** What is wrong with the name of one of the histories. */
    Optional<Problem> check(DeclaredHistory history) {
        if (!history.isNamed()) {
            return Optional.of(illegal(history.name()));
        }
        List<DeclaredHistory> same = histories.stream()
                .filter(other -> fold(other).equals(fold(history)))
                .toList();
        if (same.size() > 1) {
            return Optional.of(duplicate(same));
        }
        return Optional.ofNullable(elements.getTypeElement(history.anchor()))
                .filter(type -> !isAnchorOf(type, history))
                .map(type -> occupied(history));
    }

    private static String fold(DeclaredHistory history) {
        return history.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isAnchorOf(TypeElement type, DeclaredHistory history) {
        boolean isAnchor = type.getInterfaces().stream()
                .anyMatch(parent -> parent instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals(HistoryAnchor.class.getCanonicalName()));
        return isAnchor
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().contentEquals(AnchorWriter.NAME))
                        .map(VariableElement::getConstantValue)
                        .anyMatch(history.name()::equals);
    }

    private static Problem illegal(String name) {
        return Problem.of(ProblemCode.ILLEGAL_HISTORY, "\"" + name + "\" cannot be the name of a history.")
                .next("use a letter of ASCII, then letters and digits, at most 64; not \"x\", which begins the values"
                        + " for migrations, nor \"" + HistoryEntry.UNNAMED + "\", nor \"migration\", whose class would"
                        + " be called like the annotation");
    }

    private static Problem duplicate(List<DeclaredHistory> same) {
        String declarations = same.stream()
                .map(history -> "\"" + history.name() + "\" (" + history.packageName() + ")")
                .collect(joining(", "));
        boolean equal = same.stream().map(DeclaredHistory::name).distinct().count() == 1;
        return Problem.of(
                        ProblemCode.DUPLICATE_HISTORY,
                        equal
                                ? same.size() + " packages name one history: " + declarations + "."
                                : same.size() + " histories have names that differ in case only: " + declarations + ".")
                .next(
                        equal
                                ? "annotate one package around them, or give each history a name of its own"
                                : "give each a name of its own: variables of the environment and names of tables know"
                                        + " no case");
    }

    private static Problem occupied(DeclaredHistory history) {
        return Problem.of(
                        ProblemCode.ILLEGAL_HISTORY,
                        "The history \"%s\" needs the class %s for its anchor, and there is another class of that name."
                                .formatted(history.name(), history.anchor()))
                .next("rename the class or the history; if an earlier compilation left the class, compile afresh:"
                        + " mvn clean process-classes");
    }
}
