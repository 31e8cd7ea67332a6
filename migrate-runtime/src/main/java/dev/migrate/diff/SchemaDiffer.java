package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.UpdateRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        return new SchemaDiffer(rules, SaidNames.meant(policy, present, desired.schema())).found(present, desired);
    }

    private SchemaDiff found(SchemaModel present, DesiredSchema desired) {
        List<Operation> operations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        SchemaModel actual = present;
        for (List<Operation> chain : RenameOrder.of(policy.renames(), rules)) {
            boolean made = isMade(chain, actual);
            for (Operation rename : chain) {
                if ((made || isMade(rename, actual))
                        && operations.stream()
                                .noneMatch(
                                        earlier -> RenameOrder.source(earlier).equals(RenameOrder.source(rename)))) {
                    continue; // by the migration that this same command line wrote before
                }
                actual = renamed(rename, actual);
                operations.add(rename);
                findings.add(new Finding(renamed(rename), List.of()));
            }
        }
        Comparison comparison = new Comparison(rules, policy, actual, desired);
        comparison.run();
        findings.addAll(comparison.findings());
        List<Step> steps = new ArrayList<>();
        findings.forEach(finding -> steps.addAll(finding.steps()));
        steps.addAll(comparison.detours());
        operations.addAll(OperationOrder.of(FreedNames.first(steps, actual, rules)));
        Optional<List<Operation>> wayBack = new WayBack(rules, policy).of(operations, present);
        return new SchemaDiff(
                findings.stream()
                        .map(Finding::difference)
                        .sorted(Comparator.comparing(SchemaDifference::object, ObjectNames.ORDER))
                        .toList(),
                operations,
                wayBack,
                comparison.leftAlone().stream().sorted(ObjectNames.ORDER).toList(),
                comparison.mandatory().stream().sorted(ObjectNames.ORDER).toList(),
                comparison.proposals(),
                unfilled(operations),
                unused(operations, wayBack),
                rules.viewsHoldColumns() ? ViewInTheWay.of(operations, present) : List.of());
    }

    private List<ObjectName> unused(List<Operation> operations, Optional<List<Operation>> wayBack) {
        Set<ObjectName> filled = Stream.concat(
                        operations.stream(), wayBack.stream().flatMap(List::stream))
                .filter(UpdateRows.class::isInstance)
                .map(UpdateRows.class::cast)
                .flatMap(update -> update.assignments().stream().map(each -> column(update.table(), each.column())))
                .collect(Collectors.toSet());
        return policy.fills().keySet().stream()
                .filter(said ->
                        !filled.contains(column(said.owner(), said.part().orElseThrow())))
                .sorted(ObjectNames.ORDER)
                .toList();
    }

    private ObjectName column(TableName table, String column) {
        return ObjectName.of(ObjectName.Kind.COLUMN, rules.name(table), rules.name(column));
    }

    private List<SchemaDiff.Unfilled> unfilled(List<Operation> operations) {
        return MissingValues.in(operations).stream()
                .map(missing ->
                        new SchemaDiff.Unfilled(missing.column(), missing.isNew(), hasRows(missing, operations)))
                .toList();
    }

    private boolean hasRows(MissingValues missing, List<Operation> operations) {
        ObjectName present = before(missing.column(), operations);
        return missing.isNew()
                ? policy.rows().in(present.owner())
                : policy.rows().without(present.owner(), present.part().orElseThrow());
    }

    /** What gets another name by the same migration has its rows under the old one. */
    private static ObjectName before(ObjectName column, List<Operation> operations) {
        ObjectName name = column;
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            String part = name.part().orElseThrow();
            if (operation instanceof RenameTable rename
                    && rename.table().sibling(rename.newName()).equals(name.owner())) {
                name = ObjectName.of(ObjectName.Kind.COLUMN, rename.table(), part);
            } else if (operation instanceof RenameColumn rename
                    && rename.table().equals(name.owner())
                    && rename.newName().equals(part)) {
                name = RenameOrder.source(rename);
            }
        }
        return name;
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

    /** What is the source of one is the target of another, so that it is there in the end. */
    private static boolean isMade(List<Operation> chain, SchemaModel actual) {
        return !RenameOrder.source(chain.get(chain.size() - 1)).isIn(actual)
                && chain.stream().allMatch(rename -> RenameOrder.target(rename).isIn(actual));
    }

    private static boolean isMade(Operation rename, SchemaModel actual) {
        return isMade(List.of(rename), actual);
    }

    private static SchemaDifference renamed(Operation rename) {
        return new SchemaDifference(
                Kind.RENAME,
                RenameOrder.source(rename),
                "should be "
                        + (rename instanceof RenameTable table ? table.newName() : ((RenameColumn) rename).newName()),
                Optional.empty());
    }
}
