package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what makes one schema into another. Equal input gives equal output, in the same order.
 *
 * <p>Two laws hold, and are tested for random schemas: a schema has no difference from itself, and the operations of a
 * difference applied to what is there give what should be there, up to what is left alone and the order of columns.
 */
public final class SchemaDiffer {

    private final DatabaseRules rules;
    private final DiffPolicy policy;

    /**
     * A differ for one database.
     *
     * @param rules what has to be known of the database
     * @param policy what is compared, and what may be done about it
     */
    public SchemaDiffer(DatabaseRules rules, DiffPolicy policy) {
        this.rules = requireNonNull(rules, "rules");
        this.policy = requireNonNull(policy, "policy");
    }

    /**
     * Compares.
     *
     * @param present what the database has: a complete model
     * @param desired what it should have: a complete model
     * @return what is different, and what to do
     * @throws dev.migrate.problem.MigrateException {@code unknown-object}, when a rename names what is not there
     */
    public SchemaDiff diff(SchemaModel present, DesiredSchema desired) {
        List<Operation> operations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        SchemaModel actual = present;
        for (Operation rename : policy.renames().operations()) {
            if (isDone(rename, actual)
                    && operations.stream().noneMatch(earlier -> source(earlier).equals(source(rename)))) {
                continue; // by the migration that this same command line wrote before
            }
            actual = renamed(rename, actual);
            operations.add(rename);
            findings.add(new Finding(renamed(rename), List.of()));
        }
        Comparison comparison = new Comparison(rules, policy, actual, desired);
        comparison.run();
        findings.addAll(comparison.findings());
        List<Step> steps = new ArrayList<>();
        findings.forEach(finding -> steps.addAll(finding.steps()));
        steps.addAll(comparison.detours());
        operations.addAll(OperationOrder.of(FreedNames.first(steps, actual, rules)));
        return new SchemaDiff(
                findings.stream()
                        .map(Finding::difference)
                        .sorted(Comparator.comparing(SchemaDifference::object, ObjectNames.ORDER))
                        .toList(),
                operations,
                new WayBack(rules, policy).of(operations, present),
                comparison.leftAlone().stream().sorted(ObjectNames.ORDER).toList(),
                comparison.mandatory().stream().sorted(ObjectNames.ORDER).toList(),
                comparison.proposals(),
                unfilled(operations));
    }

    private List<SchemaDiff.Unfilled> unfilled(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation ->
                        operation instanceof AlterTable several ? several.changes().stream() : Stream.of(operation))
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> add.column().needsValue())
                .map(add -> new SchemaDiff.Unfilled(
                        ObjectName.of(
                                ObjectName.Kind.COLUMN,
                                add.table(),
                                add.column().name()),
                        policy.filled().test(before(add.table(), operations))))
                .toList();
    }

    /** A table that gets another name by the same migration has its rows under the old one. */
    private static TableName before(TableName table, List<Operation> operations) {
        return operations.stream()
                .filter(RenameTable.class::isInstance)
                .map(RenameTable.class::cast)
                .filter(rename -> rename.table().sibling(rename.newName()).equals(table))
                .map(RenameTable::table)
                .findFirst()
                .orElse(table);
    }

    private SchemaModel renamed(Operation rename, SchemaModel actual) {
        try {
            return rules.after(rename, actual);
        } catch (MigrateException e) {
            throw new MigrateException(
                    e.problem()
                            .at("migrate.renames")
                            .next(
                                    "name first what the database has, then what it becomes; a column with its table's new"
                                            + " name"),
                    e);
        }
    }

    /** What gets another name; twice at once, the second was not made before. */
    private static ObjectName source(Operation rename) {
        if (rename instanceof RenameTable table) {
            return ObjectName.table(table.table());
        }
        RenameColumn column = (RenameColumn) rename;
        return ObjectName.of(ObjectName.Kind.COLUMN, column.table(), column.column());
    }

    private static boolean isDone(Operation rename, SchemaModel actual) {
        if (rename instanceof RenameTable table) {
            return actual.findTable(table.table()).isEmpty()
                    && actual.findTable(table.table().sibling(table.newName())).isPresent();
        }
        RenameColumn column = (RenameColumn) rename;
        return actual.findTable(column.table())
                .filter(table -> table.findColumn(column.column()).isEmpty())
                .flatMap(table -> table.findColumn(column.newName()))
                .isPresent();
    }

    private static SchemaDifference renamed(Operation rename) {
        if (rename instanceof RenameTable table) {
            return new SchemaDifference(Kind.RENAME, source(table), "should be " + table.newName(), Optional.empty());
        }
        RenameColumn column = (RenameColumn) rename;
        return new SchemaDifference(Kind.RENAME, source(column), "should be " + column.newName(), Optional.empty());
    }
}
