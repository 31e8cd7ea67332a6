package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The foreign keys of tables that stay. One whose columns change their type, or whose referenced key is made anew, is taken
 * away before and comes back after: databases refuse such changes under it.
 */
final class ForeignKeyDiffer {

    private final DiffPolicy policy;
    private final KeyDiffer keys;
    private final Set<ObjectName> touched;
    private final List<Table> actual;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();
    private final List<Step> detours = new ArrayList<>();

    /**
     * @param touched the columns with another type and the keys that go
     * @param actual all tables of the database
     */
    ForeignKeyDiffer(DiffPolicy policy, KeyDiffer keys, Set<ObjectName> touched, List<Table> actual) {
        this.policy = policy;
        this.keys = keys;
        this.touched = touched;
        this.actual = actual;
    }

    List<Finding> findings() {
        return findings;
    }

    List<ObjectName> leftAlone() {
        return leftAlone;
    }

    /** What has to be done although nothing about it is different. */
    List<Step> detours() {
        return detours;
    }

    void compare(Twins was, Twins should) {
        TableName table = was.said().name();
        List<KeyDiffer.Key> present = keys.keys(was.said(), was.twin(), true);
        KeyDiffer.Pairs pairs = keys.pair(present, keys.keys(should.said(), should.twin(), true));
        List<KeyDiffer.Key> staying = new ArrayList<>(present);
        pairs.missing().stream()
                .filter(each -> policy.includes().test(each.name()))
                .forEach(each -> found(Kind.ADD, each.name(), "", List.of(TableDiffer.adding(table, each))));
        pairs.unknown().stream().filter(each -> policy.includes().test(each.name())).forEach(each -> {
            if (policy.dropsUnknown()) {
                staying.remove(each);
                found(Kind.DROP, each.name(), "", List.of(TableDiffer.dropping(table, each)));
            } else {
                leftAlone.add(each.name());
            }
        });
        pairs.changed().forEach((wanted, each) -> {
            if (policy.includes().test(each.name())) {
                staying.remove(each);
                found(
                        Kind.CHANGE,
                        each.name(),
                        TableDiffer.words(each, wanted),
                        List.of(TableDiffer.dropping(table, each), TableDiffer.adding(table, wanted)));
            }
        });
        pairs.renamed().forEach((wanted, each) -> {
            if (policy.includes().test(each.name())) {
                boolean hindered = isHindered(table, (ForeignKey) each.said());
                staying.remove(each);
                found(
                        Kind.RENAME,
                        each.name(),
                        "should be " + wanted.part(),
                        hindered
                                ? List.of(TableDiffer.dropping(table, each), TableDiffer.adding(table, wanted))
                                : List.of(TableDiffer.renaming(table, each, wanted)));
            }
        });
        bypass(table, staying);
    }

    /** The foreign keys of a table that the model does not know, which stay as they are. */
    void bypass(Twins unknown) {
        bypass(unknown.said().name(), keys.keys(unknown.said(), unknown.twin(), true));
    }

    private void bypass(TableName table, List<KeyDiffer.Key> staying) {
        for (KeyDiffer.Key key : staying) {
            if (isHindered(table, (ForeignKey) key.said())) {
                detours.add(TableDiffer.dropping(table, key));
                detours.add(TableDiffer.adding(table, key));
            }
        }
    }

    private boolean isHindered(TableName table, ForeignKey key) {
        boolean column = key.columns().stream().anyMatch(each -> isTouched(ObjectName.Kind.COLUMN, table, each))
                || key.referencedColumns().stream()
                        .anyMatch(each -> isTouched(ObjectName.Kind.COLUMN, key.references(), each));
        return column || actual.stream()
                .filter(each -> each.name().equals(key.references()))
                .flatMap(each -> each.constraints().stream())
                .filter(each -> each.columns().equals(key.referencedColumns()) || each instanceof PrimaryKey)
                .anyMatch(each -> isTouched(ObjectName.Kind.CONSTRAINT, key.references(), each.name()));
    }

    private boolean isTouched(ObjectName.Kind kind, TableName table, String name) {
        return touched.contains(ObjectName.of(kind, table, name));
    }

    private void found(Kind kind, ObjectName object, String words, List<Step> steps) {
        findings.add(new Finding(new SchemaDifference(kind, object, words, Optional.empty()), steps));
    }
}
