package dev.migrate.diff;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which keys, checks and indexes of a table are which of those it should have: by name; else, where nobody gave a name, by
 * the name that the model's maker would have given; else by what they say. What has no counterpart is missing or unknown.
 */
final class KeyDiffer {

    private final DatabaseRules rules;
    private final DesiredSchema desired;

    KeyDiffer(DatabaseRules rules, DesiredSchema desired) {
        this.rules = rules;
        this.desired = desired;
    }

    /**
     * A constraint or an index.
     *
     * @param name what it is called in messages
     * @param said as it was said: a {@link Constraint} or an {@link Index}
     * @param twin the same in the form that can be compared, without a name; it may be of the other kind
     */
    record Key(ObjectName name, Object said, Object twin) {

        String part() {
            return name.part().orElseThrow();
        }
    }

    /**
     * What became of the keys of a table.
     *
     * @param missing what should be there
     * @param unknown what the model does not know
     * @param changed what says something else; what is there by what should be
     * @param renamed what has another name than somebody gave it; what is there by what should be
     */
    record Pairs(List<Key> missing, List<Key> unknown, Map<Key, Key> changed, Map<Key, Key> renamed) {}

    Pairs pair(List<Key> actual, List<Key> wanted) {
        List<Key> present = new ArrayList<>(actual);
        List<Key> open = new ArrayList<>(wanted);
        Map<Key, Key> pairs = new LinkedHashMap<>();
        match(present, open, pairs, (is, should) -> isPrimary(is) && isPrimary(should));
        match(present, open, pairs, (is, should) -> sameName(is.part(), should.part()));
        match(present, open, pairs, (is, should) -> is.twin().equals(should.twin()));
        match(
                present,
                open,
                pairs,
                (is, should) -> desired.otherName(should.name())
                        .filter(other -> sameName(is.part(), other))
                        .isPresent());
        Map<Key, Key> changed = new LinkedHashMap<>();
        Map<Key, Key> renamed = new LinkedHashMap<>();
        pairs.forEach((should, is) -> {
            if (!is.twin().equals(should.twin())) {
                changed.put(should, is);
            } else if (!sameName(is.part(), should.part()) && desired.isNamed(should.name()) && !isPrimary(is)) {
                renamed.put(should, is);
            }
        });
        return new Pairs(open, present, changed, renamed);
    }

    private static boolean isPrimary(Key key) {
        return key.said() instanceof PrimaryKey;
    }

    private boolean sameName(String one, String other) {
        return rules.name(one).equals(rules.name(other));
    }

    private static void match(List<Key> present, List<Key> open, Map<Key, Key> pairs, BiPredicate<Key, Key> same) {
        for (Key should : List.copyOf(open)) {
            Optional<Key> found = present.stream()
                    .filter(is -> kind(is) == kind(should) && same.test(is, should))
                    .findFirst();
            found.ifPresent(is -> {
                pairs.put(should, is);
                present.remove(is);
                open.remove(should);
            });
        }
    }

    /** Two kinds of things may have one name, but for indexes and unique constraints. */
    private static Constraint.Kind kind(Key key) {
        return key.twin() instanceof Constraint constraint ? constraint.kind() : Constraint.Kind.UNIQUE;
    }

    /** The keys of a table; foreign keys are looked at by themselves. */
    List<Key> keys(Table said, Table twin, boolean foreign) {
        List<Key> keys = new ArrayList<>();
        said.constraints().stream()
                .filter(constraint -> constraint instanceof ForeignKey == foreign)
                .forEach(constraint -> twin(twin, constraint.name(), constraint)
                        .ifPresent(other -> keys.add(key(said, ObjectName.Kind.CONSTRAINT, constraint.name(), constraint, other))));
        if (!foreign) {
            said.indexes()
                    .forEach(index -> twin(twin, index.name(), index)
                            .ifPresent(other ->
                                    keys.add(key(said, ObjectName.Kind.INDEX, index.name(), index, other))));
        }
        return keys;
    }

    private static Key key(Table table, ObjectName.Kind kind, String name, Object said, Object twin) {
        return new Key(ObjectName.of(kind, table.name(), name), said, plain(twin));
    }

    /** A unique index of plain columns allows what a unique constraint allows. */
    private static Object plain(Object twin) {
        if (!(twin instanceof Index index) || !index.unique()) {
            return twin;
        }
        List<String> columns = index.parts().stream().map(Index.Part::term).toList();
        Index usual = Index.of(
                "", columns.stream().map(Index.Part::column).toList(), true, Optional.empty());
        return index.equals(usual) ? new UniqueConstraint("", columns) : twin;
    }

    /** Empty for what the form leaves out: the database keeps it by itself, or not at all. */
    private Optional<Object> twin(Table twin, String name, Object said) {
        if (said instanceof PrimaryKey) {
            return twin.primaryKey().map(key -> key.withName(""));
        }
        String known = rules.name(name);
        Optional<Object> constraint = twin.constraints().stream()
                .filter(each -> each.name().equals(known) && !(each instanceof PrimaryKey))
                .filter(each -> said instanceof Index
                        ? each instanceof UniqueConstraint
                        : each.getClass().equals(said.getClass()))
                .map(each -> (Object) each.withName(""))
                .findFirst();
        return constraint.or(() -> said instanceof CheckConstraint
                ? Optional.empty()
                : twin.indexes().stream()
                        .filter(each -> each.name().equals(known))
                        .map(each -> (Object) each.withName(""))
                        .findFirst());
    }
}
