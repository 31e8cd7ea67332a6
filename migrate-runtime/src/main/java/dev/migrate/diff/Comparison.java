package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One comparison of all that is in two schemas, after the renames that somebody asked for. */
final class Comparison {

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final SchemaModel actual;
    private final DesiredSchema desired;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> detours = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();
    private final List<ObjectName> mandatory = new ArrayList<>();
    private final List<String> proposals = new ArrayList<>();

    Comparison(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, DesiredSchema desired) {
        this.rules = rules;
        this.policy = policy;
        this.actual = actual;
        this.desired = desired;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What has to be done although nothing about it is different. */
    List<Step> detours() {
        return detours;
    }

    List<ObjectName> leftAlone() {
        return leftAlone;
    }

    /** Columns among it that no row can be without. */
    List<ObjectName> mandatory() {
        return mandatory;
    }

    List<String> proposals() {
        return proposals;
    }

    void run() {
        SchemaModel presentTwin = rules.comparable(actual);
        SchemaModel wantedTwin = rules.comparable(desired.schema());
        ObjectDiffer objects = new ObjectDiffer(rules, policy);
        objects.compare(actual, presentTwin, desired.schema(), wantedTwin);
        findings.addAll(objects.findings());
        leftAlone.addAll(objects.leftAlone());

        Map<TableName, Twins> present = twins(actual, presentTwin);
        Map<TableName, Twins> wanted = twins(desired.schema(), wantedTwin);
        List<Table> missing = only(wanted, present);
        List<Table> unknown = only(present, wanted);
        propose(missing, unknown);
        compare(present, wanted);
        create(missing);
        drop(unknown);
    }

    /** Tables by the names that can be compared. An entity may be mapped to a view, which is nothing to create. */
    private Map<TableName, Twins> twins(SchemaModel said, SchemaModel comparable) {
        Set<TableName> views =
                actual.views().stream().map(View::name).map(rules::name).collect(Collectors.toSet());
        Map<TableName, Table> byName = new TreeMap<>();
        comparable.tables().forEach(twin -> byName.put(twin.name(), twin));
        Map<TableName, Twins> both = new TreeMap<>();
        for (Table table : said.tables()) {
            TableName name = rules.name(table.name());
            Optional.ofNullable(byName.get(name))
                    .filter(twin -> !views.contains(name) && includes(table))
                    .ifPresent(twin -> both.put(name, new Twins(table, twin)));
        }
        return both;
    }

    private boolean includes(Table table) {
        return policy.includes().test(ObjectName.table(table.name()));
    }

    private static List<Table> only(Map<TableName, Twins> here, Map<TableName, Twins> there) {
        return here.entrySet().stream()
                .filter(each -> !there.containsKey(each.getKey()))
                .map(each -> each.getValue().said())
                .toList();
    }

    private void compare(Map<TableName, Twins> present, Map<TableName, Twins> wanted) {
        Touched touched = new Touched(rules, present);
        KeyDiffer keys = new KeyDiffer(rules, desired, policy.dropsUnknown());
        TableDiffer tables = new TableDiffer(rules, policy, actual, keys, touched);
        wanted.forEach(
                (name, should) -> Optional.ofNullable(present.get(name)).ifPresent(is -> tables.compare(is, should)));
        ForeignKeyDiffer foreign = new ForeignKeyDiffer(rules, policy, actual, keys, touched);
        present.forEach((name, is) -> {
            Twins should = wanted.get(name);
            if (should != null) {
                foreign.compare(is, should);
            } else if (policy.dropsUnknown()) {
                foreign.release(is);
            } else {
                foreign.bypass(is);
            }
        });
        findings.addAll(tables.findings());
        findings.addAll(foreign.findings());
        detours.addAll(tables.detours());
        detours.addAll(foreign.detours());
        if (rules.viewsHoldColumns()) {
            Stream<Operation> made = findings.stream()
                    .flatMap(finding -> finding.steps().stream())
                    .map(Step::operation);
            detours.addAll(HeldViews.detours(actual, HeldViews.withTypes(tables.reshaped(), made, actual)));
        }
        leftAlone.addAll(tables.leftAlone());
        leftAlone.addAll(foreign.leftAlone());
        mandatory.addAll(tables.mandatory());
        proposals.addAll(tables.proposals());
    }

    /** The tables that are there and change, so that nothing may refer to them yet. */
    private Set<TableName> changed() {
        return findings.stream()
                .flatMap(finding -> finding.steps().stream())
                .filter(step -> step.phase().isOfATable())
                .flatMap(step -> step.operation().tables().stream())
                .map(rules::name)
                .collect(Collectors.toSet());
    }

    private void create(List<Table> missing) {
        Set<TableName> changed = changed();
        TableOrder order = TableOrder.of(missing, rules);
        for (Table table : order.tables()) {
            List<ForeignKey> later = new ArrayList<>(table.foreignKeys().stream()
                    .filter(key -> changed.contains(rules.name(key.references())))
                    .toList());
            Table now = table;
            for (ForeignKey key : later) {
                now = now.without(key);
            }
            later.addAll(order.splitOff().getOrDefault(table.name(), List.of()));
            List<Step> made = new ArrayList<>();
            made.add(new Step(Phase.CREATE_TABLES, new CreateTable(now)));
            rows(table).forEach(rows -> made.add(new Step(Phase.CREATE_TABLES, rows)));
            later.forEach(key -> made.add(new Step(Phase.ADD_FOREIGN_KEYS, new AddConstraint(table.name(), key))));
            findings.add(new Finding(
                    new SchemaDifference(Kind.ADD, ObjectName.table(table.name()), "", Optional.empty()), made));
        }
    }

    private List<InsertRows> rows(Table table) {
        return desired.rows().stream()
                .filter(each -> rules.name(each.table()).equals(rules.name(table.name())))
                .toList();
    }

    private void drop(List<Table> unknown) {
        if (!policy.dropsUnknown()) {
            unknown.forEach(table -> leftAlone.add(ObjectName.table(table.name())));
            return;
        }
        TableOrder order = TableOrder.of(unknown, rules);
        order.splitOff()
                .forEach((table, split) -> split.forEach(key ->
                        detour(new DropConstraint(table, key.name(), Optional.of(Constraint.Kind.FOREIGN_KEY)))));
        List<Table> last = new ArrayList<>(order.tables());
        Collections.reverse(last);
        last.forEach(table -> findings.add(new Finding(
                new SchemaDifference(Kind.DROP, ObjectName.table(table.name()), "", Optional.of("its rows are lost")),
                List.of(new Step(Phase.DROP_TABLES, new DropTable(table.name()))))));
    }

    /** Once: a key may be in the way for more than one reason. */
    private void detour(Operation operation) {
        Step step = new Step(Phase.DROP_FOREIGN_KEYS, operation);
        if (!detours.contains(step)) {
            detours.add(step);
        }
    }

    /** One table that is missing and one that is not known, with the same columns. */
    private void propose(List<Table> missing, List<Table> unknown) {
        for (Table wanted : missing) {
            List<Table> alike = unknown.stream()
                    .filter(each -> names(each).equals(names(wanted))
                            && rules.name(each.name())
                                    .schema()
                                    .equals(rules.name(wanted.name()).schema()))
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
