package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The foreign keys of tables that stay. One whose columns change their type, or whose referenced key is made anew, is taken
 * away before and comes back after: databases refuse such changes under it.
 */
final class ForeignKeyDiffer {

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final SchemaModel actual;
    private final KeyDiffer keys;
    private final Touched touched;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();
    private final List<Step> detours = new ArrayList<>();

    ForeignKeyDiffer(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, KeyDiffer keys, Touched touched) {
        this.rules = rules;
        this.policy = policy;
        this.actual = actual;
        this.keys = keys;
        this.touched = touched;
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
        List<Key> present = keys.foreign(was);
        KeyDiffer.Pairs pairs = keys.pair(present, keys.foreign(should));
        List<Key> staying = new ArrayList<>(present);
        pairs.missing().stream()
                .filter(this::includes)
                .forEach(each -> found(
                        Kind.ADD, each.name(), "", List.of(each.on(was.said()).adding())));
        pairs.unknown().stream().filter(this::includes).forEach(each -> {
            if (policy.dropsUnknown()) {
                staying.remove(each);
                found(Kind.DROP, each.name(), "", List.of(each.dropping()));
            } else {
                leftAlone.add(each.name());
            }
        });
        pairs.changed().forEach((wanted, each) -> {
            if (includes(each)) {
                staying.remove(each);
                found(Kind.CHANGE, each.name(), TableDiffer.words(each, wanted), changing(each, wanted.on(was.said())));
            }
        });
        pairs.renamed().forEach((wanted, each) -> {
            if (includes(each)) {
                staying.remove(each);
                found(Kind.RENAME, each.name(), "should be " + wanted.label(), renaming(each, wanted.on(was.said())));
            }
        });
        staying.stream().filter(this::isHindered).forEach(each -> {
            detours.add(each.dropping());
            detours.add(each.adding());
        });
    }

    private List<Step> changing(Key present, Key wanted) {
        return present.becomesByProof(wanted) && !isHindered(present)
                ? List.of(present.proving())
                : List.of(present.dropping(), wanted.adding());
    }

    private List<Step> renaming(Key present, Key wanted) {
        TableOperation rename = present.renamedLike(wanted);
        return isHindered(present) || !rules.canDo(rename, actual)
                ? List.of(present.dropping(), wanted.adding())
                : List.of(new Step(Phase.DROP_KEYS, rename));
    }

    /** The foreign keys of a table that the model does not know, and that stays as it is. */
    void bypass(Twins unknown) {
        keys.foreign(unknown).stream().filter(this::isHindered).forEach(each -> {
            detours.add(each.dropping());
            detours.add(each.adding());
        });
    }

    /** The foreign keys of a table that is dropped in the end. */
    void release(Twins unknown) {
        keys.foreign(unknown).stream().filter(this::isHindered).forEach(each -> detours.add(each.dropping()));
    }

    private boolean isHindered(Key key) {
        return touched.hinders(key.table().name(), (ForeignKey) key.said());
    }

    private boolean includes(Key key) {
        return policy.includes().test(key.name());
    }

    private void found(Kind kind, ObjectName object, String words, List<Step> steps) {
        findings.add(new Finding(new SchemaDifference(kind, object, words, Optional.empty()), steps));
    }
}
