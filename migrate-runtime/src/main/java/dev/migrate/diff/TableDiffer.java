package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.UpdateRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One table against what it should be, but for its foreign keys, which concern two. */
final class TableDiffer {

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final SchemaModel actual;
    private final KeyDiffer keys;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();
    private final List<String> proposals = new ArrayList<>();
    private final Set<ObjectName> touched = new HashSet<>();

    TableDiffer(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, KeyDiffer keys) {
        this.rules = rules;
        this.policy = policy;
        this.actual = actual;
        this.keys = keys;
    }

    List<Finding> findings() {
        return findings;
    }

    List<ObjectName> leftAlone() {
        return leftAlone;
    }

    List<String> proposals() {
        return proposals;
    }

    /** The columns with another type and the keys that go, as they are called in the database: no foreign key may stand on them meanwhile. */
    Set<ObjectName> touched() {
        return touched;
    }

    void compare(Twins was, Twins should) {
        columns(was, should);
        keys(was, should);
        Table is = was.said();
        if (!was.twin().comment().equals(should.twin().comment())) {
            found(
                    Kind.CHANGE,
                    ObjectName.table(is.name()),
                    "comment " + is.comment().map(TableDiffer::quoted).orElse("none") + ", should be "
                            + should.said().comment().map(TableDiffer::quoted).orElse("none"),
                    step(Phase.DESCRIBE_TABLES, new SetTableComment(is.name(), should.said().comment())));
        }
        options(was, should);
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    /** What the model does not say is the database's own choice. */
    private void options(Twins was, Twins should) {
        Map<String, Change<String>> changes = new TreeMap<>();
        List<String> words = new ArrayList<>();
        should.twin().options().forEach((name, value) -> {
            String present = was.twin().options().get(name);
            if (!value.equals(present)) {
                String said = should.said().options().getOrDefault(name, value);
                changes.put(name, new Change.Set<>(said));
                words.add(name + " " + (present == null ? "none" : present) + ", should be " + said);
            }
        });
        if (!changes.isEmpty()) {
            TableName table = was.said().name();
            found(
                    Kind.CHANGE,
                    ObjectName.table(table),
                    String.join("; ", words),
                    step(Phase.DESCRIBE_TABLES, new SetTableOptions(table, changes)));
        }
    }

    // Columns.

    private void columns(Twins was, Twins should) {
        TableName table = was.said().name();
        ColumnDiffer columns = new ColumnDiffer(rules, policy);
        List<Column> missing = new ArrayList<>();
        List<Column> unknown = new ArrayList<>(was.said().columns());
        for (int i = 0; i < should.said().columns().size(); i++) {
            Column wanted = should.said().columns().get(i);
            Column wantedTwin = should.twin().columns().get(i);
            int at = was.indexOf(wantedTwin.name());
            if (at < 0) {
                missing.add(wanted);
                continue;
            }
            Column present = was.said().columns().get(at);
            unknown.remove(present);
            if (includes(column(table, present))) {
                columns.compare(table, present, was.twin().columns().get(at), wanted, wantedTwin)
                        .ifPresent(altered -> alter(table, present, wanted, altered));
            }
        }
        missing.stream().filter(each -> includes(column(table, each))).forEach(each -> add(table, each));
        unknown.stream().filter(each -> includes(column(table, each))).forEach(each -> drop(table, each));
        propose(table, missing, unknown);
    }

    private void alter(TableName table, Column present, Column wanted, ColumnDiffer.Altered altered) {
        ObjectName name = column(table, present);
        List<Step> steps = new ArrayList<>();
        AlterColumn change = altered.operation();
        if (altered.retyped()) {
            touched.add(name);
        }
        if (!rules.canDo(change, actual) && (present.generated().isPresent() || wanted.generated().isPresent())) {
            // What is computed can be computed again.
            touched.add(name);
            steps.add(step(Phase.DROP_COLUMNS_FIRST, new DropColumn(table, present.name())));
            steps.add(step(Phase.ADD_COLUMNS, new AddColumn(table, wanted)));
        } else {
            if (change.nullable().filter(nullable -> !nullable).isPresent() && policy.filled().test(table)) {
                fill(table, wanted, false).ifPresent(steps::add);
            }
            steps.add(step(Phase.ALTER_COLUMNS, change));
        }
        findings.add(new Finding(new SchemaDifference(Kind.CHANGE, name, altered.words(), altered.loss()), steps));
    }

    private void add(TableName table, Column wanted) {
        ObjectName name = column(table, wanted);
        boolean needsValue = !wanted.nullable()
                && wanted.defaultValue().isEmpty()
                && wanted.identity().isEmpty()
                && wanted.generated().isEmpty()
                && policy.filled().test(table);
        List<Step> steps = new ArrayList<>();
        if (needsValue) {
            steps.add(step(Phase.ADD_COLUMNS, new AddColumn(table, wanted.withNullable(true))));
            fill(table, wanted, true).ifPresent(steps::add);
            steps.add(step(
                    Phase.ALTER_COLUMNS,
                    AlterColumn.of(table, wanted.name()).nullable(false).operation()));
        } else {
            steps.add(step(Phase.ADD_COLUMNS, new AddColumn(table, wanted)));
        }
        findings.add(new Finding(new SchemaDifference(Kind.ADD, name, "", Optional.empty()), steps));
    }

    /** The value that present rows get in a column that must not be null any more. */
    private Optional<Step> fill(TableName table, Column column, boolean required) {
        String value = policy.fills().get(column(table, column));
        if (value != null) {
            return Optional.of(step(
                    Phase.FILL_COLUMNS,
                    new UpdateRows(
                            table,
                            List.of(new UpdateRows.Assignment(column.name(), Optional.of(value), null)),
                            Optional.of(new dev.migrate.operation.Condition(column.name() + " IS NULL", List.of())))));
        }
        if (!required) {
            return Optional.empty();
        }
        throw new MigrateException(Problem.of(
                        ProblemCode.BAD_PARAMETER,
                        "column " + table + "." + column.name() + " must not be null and has no default, and table "
                                + table + " has rows: nobody says what they get")
                .next("name the value in SQL: -Dmigrate.fill=\"" + table + "." + column.name() + "=…\", or give the column a default in the model"));
    }

    private void drop(TableName table, Column present) {
        ObjectName name = column(table, present);
        if (policy.dropsUnknown()) {
            touched.add(name);
            findings.add(new Finding(
                    new SchemaDifference(
                            Kind.DROP,
                            name,
                            "",
                            present.generated().isPresent() ? Optional.empty() : Optional.of("its values are lost")),
                    List.of(step(Phase.DROP_COLUMNS, new DropColumn(table, present.name())))));
        } else {
            leftAlone.add(name);
        }
    }

    /** One column that is missing and one that is not known, alike but for the name. */
    private void propose(TableName table, List<Column> missing, List<Column> unknown) {
        for (Column wanted : missing) {
            List<Column> alike = unknown.stream()
                    .filter(each -> each.withName("").withComment(Optional.empty()).equals(wanted.withName("").withComment(Optional.empty())))
                    .toList();
            if (alike.size() == 1) {
                proposals.add(Renames.column(table, alike.get(0).name(), wanted.name()));
            }
        }
    }

    // Keys.

    private void keys(Twins was, Twins should) {
        KeyDiffer.Pairs pairs = keys.pair(
                keys.keys(was.said(), was.twin(), false), keys.keys(should.said(), should.twin(), false));
        TableName table = was.said().name();
        pairs.missing().stream().filter(each -> includes(each.name())).forEach(each -> found(Kind.ADD, each.name(), "", adding(table, each)));
        pairs.unknown().stream().filter(each -> includes(each.name())).forEach(each -> {
            if (policy.dropsUnknown()) {
                touched.add(each.name());
                found(Kind.DROP, each.name(), "", dropping(table, each));
            } else {
                leftAlone.add(each.name());
            }
        });
        pairs.changed().forEach((wanted, present) -> {
            if (includes(present.name())) {
                touched.add(present.name());
                findings.add(new Finding(
                        new SchemaDifference(Kind.CHANGE, present.name(), words(present, wanted), Optional.empty()),
                        List.of(dropping(table, present), adding(table, wanted))));
            }
        });
        pairs.renamed().forEach((wanted, present) -> {
            if (includes(present.name())) {
                found(Kind.RENAME, present.name(), "should be " + wanted.part(), renaming(table, present, wanted));
            }
        });
    }

    static String words(KeyDiffer.Key present, KeyDiffer.Key wanted) {
        return KeyWords.of(present.said()) + ", should be " + KeyWords.of(wanted.said());
    }

    static Step adding(TableName table, KeyDiffer.Key key) {
        Phase phase = key.said() instanceof ForeignKey ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_KEYS;
        return key.said() instanceof Index index
                ? step(phase, new CreateIndex(table, index, false))
                : step(phase, new AddConstraint(table, (Constraint) key.said()));
    }

    static Step dropping(TableName table, KeyDiffer.Key key) {
        Phase phase = key.said() instanceof ForeignKey ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_KEYS;
        return key.said() instanceof Constraint constraint
                ? step(phase, new DropConstraint(table, constraint.name(), Optional.of(constraint.kind())))
                : step(phase, new DropIndex(table, key.part(), false));
    }

    static Step renaming(TableName table, KeyDiffer.Key present, KeyDiffer.Key wanted) {
        return present.said() instanceof Constraint constraint
                ? step(
                        Phase.DROP_KEYS,
                        new RenameConstraint(table, constraint.name(), wanted.part(), Optional.of(constraint.kind())))
                : step(Phase.DROP_KEYS, new RenameIndex(table, present.part(), wanted.part()));
    }

    private void found(Kind kind, ObjectName object, String words, Step step) {
        findings.add(new Finding(new SchemaDifference(kind, object, words, Optional.empty()), List.of(step)));
    }

    private static Step step(Phase phase, Operation operation) {
        return new Step(phase, operation);
    }

    private boolean includes(ObjectName name) {
        return policy.includes().test(name);
    }

    private static ObjectName column(TableName table, Column column) {
        return ObjectName.of(ObjectName.Kind.COLUMN, table, column.name());
    }
}
