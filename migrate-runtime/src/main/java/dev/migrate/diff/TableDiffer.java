package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.Change;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tables against what they should be, but for their foreign keys, which concern two. */
final class TableDiffer {

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final SchemaModel actual;
    private final KeyDiffer keys;
    private final Touched touched;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> detours = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();
    private final List<ObjectName> mandatory = new ArrayList<>();
    private final List<String> proposals = new ArrayList<>();
    private final Map<TableName, Set<String>> reshaped = new TreeMap<>();

    TableDiffer(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, KeyDiffer keys, Touched touched) {
        this.rules = rules;
        this.policy = policy;
        this.actual = actual;
        this.keys = keys;
        this.touched = touched;
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

    /** The columns that get another type or are made anew, by table, as the database calls them. */
    Map<TableName, Set<String>> reshaped() {
        return reshaped;
    }

    void compare(Twins was, Twins should) {
        TableName table = was.said().name();
        ColumnSetDiffer columns = ColumnSetDiffer.of(rules, policy, actual, was, should);
        Set<String> others = new TreeSet<>(columns.retyped());
        others.addAll(columns.rebuilt());
        if (!others.isEmpty()) {
            reshaped.put(table, others);
        }
        columns.retyped().forEach(column -> touched.column(table, column));
        columns.rebuilt().forEach(column -> touched.column(table, column));
        columns.dropped().forEach(column -> touched.column(table, column));
        findings.addAll(columns.findings());
        detours.addAll(columns.detours());
        leftAlone.addAll(columns.leftAlone());
        mandatory.addAll(columns.mandatory());
        proposals.addAll(columns.proposals());
        keys(was, should, columns);
        comment(was, should);
        options(was, should);
    }

    private void comment(Twins was, Twins should) {
        if (!was.twin().comment().equals(should.twin().comment())) {
            Table is = was.said();
            found(
                    Kind.CHANGE,
                    ObjectName.table(is.name()),
                    "comment " + is.comment().map(TableDiffer::quoted).orElse("none") + ", should be "
                            + should.said().comment().map(TableDiffer::quoted).orElse("none"),
                    describing(new SetTableComment(is.name(), should.said().comment())));
        }
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
                    describing(new SetTableOptions(table, changes)));
        }
    }

    private static List<Step> describing(Operation operation) {
        return List.of(new Step(Phase.DESCRIBE_TABLES, operation));
    }

    // Keys.

    private void keys(Twins was, Twins should, ColumnSetDiffer columns) {
        KeyDiffer.Pairs pairs = keys.pair(keys.own(was), keys.own(should));
        pairs.missing().stream()
                .filter(this::includes)
                .forEach(each -> found(
                        Kind.ADD, each.name(), "", List.of(each.on(was.said()).adding())));
        pairs.unknown().stream().filter(this::includes).forEach(each -> unknown(each, columns));
        pairs.changed().forEach((wanted, present) -> {
            if (includes(present)) {
                change(present, wanted.on(was.said()));
            }
        });
        pairs.renamed().forEach((wanted, present) -> {
            if (includes(present)) {
                found(
                        Kind.RENAME,
                        present.name(),
                        "should be " + wanted.label(),
                        renaming(present, wanted.on(was.said())));
            }
        });
        pairs.same().stream()
                .filter(each -> !pairs.renamed().containsValue(each))
                .filter(each -> columns.rebuilt().stream().anyMatch(each::names))
                .forEach(each -> {
                    touched.key(each);
                    detours.add(each.dropping());
                    detours.add(each.adding());
                });
    }

    /** What is about a dropped column alone goes with it. */
    private void unknown(Key key, ColumnSetDiffer columns) {
        if (!policy.dropsUnknown()) {
            leftAlone.add(key.name());
            return;
        }
        touched.key(key);
        boolean goes = columns.dropped().stream().anyMatch(key::isAboutAlone);
        found(Kind.DROP, key.name(), "", goes ? List.of() : List.of(key.dropping()));
    }

    private void change(Key present, Key wanted) {
        String words = words(present, wanted);
        if (present.becomesByProof(wanted)) {
            found(Kind.CHANGE, present.name(), words, List.of(present.proving()));
            return;
        }
        touched.key(present);
        found(Kind.CHANGE, present.name(), words, List.of(present.dropping(), wanted.adding()));
    }

    private List<Step> renaming(Key present, Key wanted) {
        TableOperation rename = present.renamedLike(wanted);
        if (rules.canDo(rename, actual)) {
            return List.of(new Step(Phase.DROP_KEYS, rename));
        }
        touched.key(present);
        return List.of(present.dropping(), wanted.adding());
    }

    static String words(Key present, Key wanted) {
        return KeyWords.of(present.said()) + ", should be " + KeyWords.of(wanted.said());
    }

    private void found(Kind kind, ObjectName object, String words, List<Step> steps) {
        findings.add(new Finding(new SchemaDifference(kind, object, words, Optional.empty()), steps));
    }

    private boolean includes(Key key) {
        return policy.includes().test(key.name());
    }
}
