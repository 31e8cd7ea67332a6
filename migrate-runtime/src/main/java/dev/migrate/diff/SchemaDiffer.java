package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
     * @throws dev.migrate.problem.MigrateException {@code unknown-object}, when a rename names what is not there;
     *     {@code bad-parameter}, when rows need a value that nobody named
     */
    public SchemaDiff diff(SchemaModel present, DesiredSchema desired) {
        List<Finding> findings = new ArrayList<>();
        List<Operation> renames = new ArrayList<>();
        SchemaModel actual = present;
        for (Operation rename : policy.renames().operations()) {
            if (isDone(rename, actual)) {
                continue; // by the migration that this same command line wrote before
            }
            actual = rename.applyTo(actual);
            renames.add(rename);
            findings.add(new Finding(renamed(rename), List.of()));
        }
        Run run = new Run(actual, desired);
        run.compare();
        findings.addAll(run.findings);
        List<Step> steps = new ArrayList<>();
        findings.forEach(finding -> steps.addAll(finding.steps()));
        steps.addAll(run.steps);
        List<Operation> operations = new ArrayList<>(renames);
        operations.addAll(OperationOrder.of(steps));
        return new SchemaDiff(
                findings.stream()
                        .map(Finding::difference)
                        .sorted(Comparator.comparing(SchemaDifference::object, ObjectNames.ORDER))
                        .toList(),
                operations,
                run.leftAlone.stream().sorted(ObjectNames.ORDER).toList(),
                run.proposals);
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
            return new SchemaDifference(
                    Kind.RENAME, ObjectName.table(table.table()), "should be " + table.newName(), Optional.empty());
        }
        RenameColumn column = (RenameColumn) rename;
        return new SchemaDifference(
                Kind.RENAME,
                ObjectName.of(ObjectName.Kind.COLUMN, column.table(), column.column()),
                "should be " + column.newName(),
                Optional.empty());
    }

    /** One comparison. */
    private final class Run {

        private final SchemaModel actual;
        private final DesiredSchema desired;
        private final KeyDiffer keys;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<ObjectName> leftAlone = new ArrayList<>();
        private final List<String> proposals = new ArrayList<>();

        Run(SchemaModel actual, DesiredSchema desired) {
            this.actual = actual;
            this.desired = desired;
            this.keys = new KeyDiffer(rules, desired);
        }

        void compare() {
            ObjectDiffer objects = new ObjectDiffer(rules, policy);
            objects.compare(actual, desired.schema());
            findings.addAll(objects.findings());
            leftAlone.addAll(objects.leftAlone());

            Map<TableName, Twins> present = twins(actual);
            Map<TableName, Twins> wanted = twins(desired.schema());
            TableDiffer tables = new TableDiffer(rules, policy, actual, keys);
            List<Table> missing = new ArrayList<>();
            wanted.forEach((name, should) -> {
                if (includes(should.said())) {
                    Optional<Twins> was = Optional.ofNullable(present.get(name));
                    was.ifPresentOrElse(is -> tables.compare(is, should), () -> missing.add(should.said()));
                }
            });
            List<Table> unknown = present.entrySet().stream()
                    .filter(each -> !wanted.containsKey(each.getKey()))
                    .map(each -> each.getValue().said())
                    .filter(this::includes)
                    .toList();
            ForeignKeyDiffer foreign = new ForeignKeyDiffer(policy, keys, tables.touched(), actual.tables());
            present.forEach((name, is) -> Optional.ofNullable(wanted.get(name))
                    .filter(should -> includes(should.said()))
                    .ifPresentOrElse(should -> foreign.compare(is, should), () -> {
                        if (!policy.dropsUnknown() || !unknown.contains(is.said())) {
                            foreign.bypass(is);
                        }
                    }));
            findings.addAll(tables.findings());
            findings.addAll(foreign.findings());
            steps.addAll(foreign.detours());
            leftAlone.addAll(tables.leftAlone());
            leftAlone.addAll(foreign.leftAlone());
            create(missing, changed());
            drop(unknown);
            propose(missing, unknown);
            proposals.addAll(tables.proposals());
        }

        private boolean includes(Table table) {
            return policy.includes().test(ObjectName.table(table.name()));
        }

        private Map<TableName, Twins> twins(SchemaModel said) {
            Map<TableName, Table> twins = new TreeMap<>();
            rules.comparable(said).tables().forEach(twin -> twins.put(twin.name(), twin));
            Map<TableName, Twins> both = new TreeMap<>();
            for (Table table : said.tables()) {
                TableName name = rules.name(table.name());
                Table twin = twins.get(name);
                if (twin != null) {
                    both.put(name, new Twins(table, twin));
                }
            }
            return both;
        }

        /** The tables that are there and change, so that nothing may refer to them yet. */
        private Set<TableName> changed() {
            return findings.stream()
                    .flatMap(finding -> finding.steps().stream())
                    .filter(step -> step.phase().isOfATable())
                    .flatMap(step -> step.operation().tables().stream())
                    .collect(Collectors.toSet());
        }

        private void create(List<Table> missing, Set<TableName> changed) {
            TableOrder order = TableOrder.of(missing);
            for (Table table : order.tables()) {
                List<ForeignKey> later = new ArrayList<>(table.foreignKeys().stream()
                        .filter(key -> changed.contains(key.references()))
                        .toList());
                Table now = table;
                for (ForeignKey key : later) {
                    now = now.without(key);
                }
                later.addAll(order.splitOff().getOrDefault(table.name(), List.of()));
                List<Step> made = new ArrayList<>();
                made.add(new Step(Phase.CREATE_TABLES, new CreateTable(now)));
                later.forEach(
                        key -> made.add(new Step(Phase.ADD_FOREIGN_KEYS, new AddConstraint(table.name(), key))));
                findings.add(new Finding(
                        new SchemaDifference(Kind.ADD, ObjectName.table(table.name()), "", Optional.empty()), made));
            }
        }

        private void drop(List<Table> unknown) {
            if (!policy.dropsUnknown()) {
                unknown.forEach(table -> leftAlone.add(ObjectName.table(table.name())));
                return;
            }
            TableOrder order = TableOrder.of(unknown);
            order.splitOff()
                    .forEach((table, split) -> split.forEach(key -> steps.add(new Step(
                            Phase.DROP_FOREIGN_KEYS,
                            new DropConstraint(
                                    table, key.name(), Optional.of(Constraint.Kind.FOREIGN_KEY))))));
            List<Table> last = new ArrayList<>(order.tables());
            Collections.reverse(last);
            last.forEach(table -> findings.add(new Finding(
                    new SchemaDifference(
                            Kind.DROP, ObjectName.table(table.name()), "", Optional.of("its rows are lost")),
                    List.of(new Step(Phase.DROP_TABLES, new DropTable(table.name()))))));
        }

        /** One table that is missing and one that is not known, with the same columns. */
        private void propose(List<Table> missing, List<Table> unknown) {
            for (Table wanted : missing) {
                List<Table> alike = unknown.stream()
                        .filter(each -> names(each).equals(names(wanted))
                                && each.name().schema().equals(wanted.name().schema()))
                        .toList();
                if (alike.size() == 1) {
                    proposals.add(Renames.table(alike.get(0).name(), wanted.name()));
                }
            }
        }

        private List<String> names(Table table) {
            return table.columns().stream()
                    .map(Column::name)
                    .map(rules::name)
                    .sorted()
                    .toList();
        }
    }
}
