package dev.migrate.diff;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A key that goes and one that comes on another table may have one name, which a database may have but once in a schema.
 * Then the one goes before anything comes; of a table that is dropped in the end, before the table.
 */
final class FreedNames {

    private final SchemaModel actual;
    private final DatabaseRules rules;

    /** The tables that are to have something of a name. */
    private final Map<String, Set<TableName>> taken = new HashMap<>();

    private FreedNames(SchemaModel actual, DatabaseRules rules) {
        this.actual = actual;
        this.rules = rules;
    }

    static List<Step> first(List<Step> steps, SchemaModel actual, DatabaseRules rules) {
        FreedNames names = new FreedNames(actual, rules);
        steps.forEach(step -> names.take(step.operation()));
        List<Step> moved = new ArrayList<>();
        Set<Operation> dropped = new HashSet<>();
        SwappedNames swapped = SwappedNames.in(steps, rules);
        for (Step step : steps) {
            boolean first = step.phase() == Phase.DROP_KEYS
                    && (names.frees(step.operation()) || swapped.frees(step.operation()));
            if (first && swapped.isBarred(step.operation())) {
                moved.addAll(swapped.byAnotherName(step.operation()));
            } else {
                moved.add(first ? new Step(Phase.FREE_NAMES, step.operation()) : step);
            }
            dropped.add(step.operation());
        }
        for (Step step : steps) {
            names.goneWith(step).filter(each -> dropped.add(each.operation())).forEach(moved::add);
        }
        return moved;
    }

    /** What nobody drops by name, because it goes with a table or a column. */
    private Stream<Step> goneWith(Step step) {
        if (step.operation() instanceof DropTable drop) {
            return gone(actual.table(drop.table()), constraint -> true, index -> true);
        }
        if (step.operation() instanceof DropColumn drop) {
            Table table = actual.table(drop.table());
            return gone(
                    table,
                    constraint -> constraint.isAboutAlone(drop.column(), table),
                    index -> index.isAboutAlone(drop.column(), table));
        }
        return Stream.of();
    }

    private void take(Operation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.definition();
            table.constraints().stream().filter(this::isOfTheSchema).forEach(each -> take(each.name(), table.name()));
            if (indexesAreOfTheSchema()) {
                table.indexes().forEach(each -> take(each.name(), table.name()));
            }
        } else if (operation instanceof AddConstraint add && isOfTheSchema(add.constraint())) {
            take(add.constraint().name(), add.table());
        } else if (operation instanceof CreateIndex create && indexesAreOfTheSchema()) {
            take(create.index().name(), create.table());
        } else if (operation instanceof RenameConstraint rename && rules.namesOnce(rename.kind())) {
            take(rename.newName(), rename.table());
        } else if (operation instanceof RenameIndex rename && indexesAreOfTheSchema()) {
            take(rename.newName(), rename.table());
        }
    }

    private void take(String name, TableName table) {
        taken.computeIfAbsent(rules.name(name), each -> new HashSet<>()).add(rules.name(table));
    }

    private boolean isOfTheSchema(Constraint constraint) {
        return rules.namesOnce(Optional.of(constraint.kind()));
    }

    private boolean indexesAreOfTheSchema() {
        return rules.namesOnce(Optional.empty());
    }

    private boolean frees(Operation operation) {
        return operation instanceof TableOperation change
                && freed(operation)
                        .filter(name -> isTakenElsewhere(name, change.table()))
                        .isPresent();
    }

    private static Optional<String> freed(Operation operation) {
        if (operation instanceof DropConstraint drop) {
            return Optional.of(drop.constraint());
        }
        if (operation instanceof DropIndex drop) {
            return Optional.of(drop.index());
        }
        if (operation instanceof RenameConstraint rename) {
            return Optional.of(rename.constraint());
        }
        return operation instanceof RenameIndex rename ? Optional.of(rename.index()) : Optional.empty();
    }

    private boolean isTakenElsewhere(String name, TableName table) {
        return taken.getOrDefault(rules.name(name), Set.of()).stream()
                .anyMatch(each -> !each.equals(rules.name(table)));
    }

    /** Foreign keys that lead to a key have to go before it. */
    private Stream<Step> gone(Table table, Predicate<Constraint> constraints, Predicate<Index> indexes) {
        List<Constraint> keys = table.constraints().stream()
                .filter(each -> isOfTheSchema(each) && isTakenElsewhere(each.name(), table.name()))
                .filter(constraints)
                .toList();
        Stream<Step> references = actual.tables().stream()
                .flatMap(other -> other.foreignKeys().stream()
                        .filter(key -> rules.name(key.references()).equals(rules.name(table.name())))
                        .filter(key ->
                                keys.stream().anyMatch(each -> each.columns().equals(key.referencedColumns())))
                        .map(key -> dropping(other, key)));
        Stream<Step> named = table.indexes().stream()
                .filter(each -> indexesAreOfTheSchema() && isTakenElsewhere(each.name(), table.name()))
                .filter(indexes)
                .map(each -> new Step(Phase.FREE_NAMES, new DropIndex(table.name(), each.name(), false)));
        return Stream.of(references, keys.stream().map(each -> dropping(table, each)), named)
                .flatMap(each -> each);
    }

    private static Step dropping(Table table, Constraint constraint) {
        return new Step(
                constraint instanceof ForeignKey ? Phase.DROP_FOREIGN_KEYS : Phase.FREE_NAMES,
                new DropConstraint(table.name(), constraint.name(), Optional.of(constraint.kind())));
    }
}
