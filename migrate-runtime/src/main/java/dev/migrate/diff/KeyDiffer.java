package dev.migrate.diff;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.ColumnsInSql;
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
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Which keys, checks and indexes of a table are which of those it should have: by name; else by what they say; else, where
 * nobody gave a name, by the name that the model's maker would have given, or by the columns. What has no counterpart is
 * missing or unknown.
 */
final class KeyDiffer {

    private final DatabaseRules rules;
    private final DesiredSchema desired;
    private final boolean dropsUnknown;

    KeyDiffer(DatabaseRules rules, DesiredSchema desired, boolean dropsUnknown) {
        this.rules = rules;
        this.desired = desired;
        this.dropsUnknown = dropsUnknown;
    }

    /**
     * What became of the keys of a table.
     *
     * @param missing what should be there
     * @param unknown what the model does not know
     * @param same what is there and says what it should, whatever its name
     * @param changed what says something else; what is there by what should be
     * @param renamed those of the same that have another name than somebody gave them; what is there by what should be
     */
    record Pairs(List<Key> missing, List<Key> unknown, List<Key> same, Map<Key, Key> changed, Map<Key, Key> renamed) {}

    Pairs pair(List<Key> actual, List<Key> wanted) {
        List<Key> present = new ArrayList<>(actual);
        List<Key> open = new ArrayList<>(wanted);
        Map<Key, Key> pairs = new LinkedHashMap<>();
        match(present, open, pairs, (is, should) -> is.isPrimary() && should.isPrimary());
        match(present, open, pairs, (is, should) -> is.known().equals(should.known()));
        match(present, open, pairs, this::saysTheSame);
        match(present, open, pairs, this::isItsOtherName);
        match(present, open, pairs, this::leadsFromTheSameColumns);
        match(present, open, pairs, this::isOfNoName);
        List<Key> same = new ArrayList<>();
        Map<Key, Key> changed = new LinkedHashMap<>();
        Map<Key, Key> renamed = new LinkedHashMap<>();
        pairs.forEach((should, is) -> {
            if (!saysTheSame(is, should)) {
                changed.put(should, is);
                return;
            }
            same.add(is);
            if (!is.known().equals(should.known()) && isNamed(should)) {
                renamed.put(should, is);
            }
        });
        return new Pairs(open, present, same, changed, renamed);
    }

    private static void match(List<Key> present, List<Key> open, Map<Key, Key> pairs, BiPredicate<Key, Key> fits) {
        for (Key should : List.copyOf(open)) {
            Optional<Key> found = present.stream()
                    .filter(is -> is.kind() == should.kind() && fits.test(is, should))
                    .findFirst();
            found.ifPresent(is -> {
                pairs.put(should, is);
                present.remove(is);
                open.remove(should);
            });
        }
    }

    /** How an index is kept is for the model to say or to leave. */
    private boolean saysTheSame(Key is, Key should) {
        if (is.twin() instanceof Index was
                && should.twin() instanceof Index wanted
                && wanted.storage().isEmpty()
                && !dropsUnknown) {
            return was.withStorage(Map.of()).equals(wanted);
        }
        return is.twin().equals(should.twin());
    }

    private boolean isNamed(Key should) {
        return desired.isNamed(should.name())
                && desired.isNamed(
                        ObjectName.of(ObjectName.Kind.CONSTRAINT, should.table().name(), should.label()))
                && !rules.isMadeUp(should.table(), should.label());
    }

    private boolean isItsOtherName(Key is, Key should) {
        return desired.otherName(should.name()).map(rules::name).equals(Optional.of(is.known()));
    }

    /** Two references of the same columns are one that leads elsewhere, or goes another way about it. */
    private boolean leadsFromTheSameColumns(Key is, Key should) {
        return is.twin() instanceof ForeignKey was
                && should.twin() instanceof ForeignKey wanted
                && was.columns().equals(wanted.columns());
    }

    /** A rule of the same columns, with a name that nobody gave: its condition has changed. */
    private boolean isOfNoName(Key is, Key should) {
        return is.said() instanceof CheckConstraint was
                && should.said() instanceof CheckConstraint wanted
                && !isNamed(should)
                && rules.isMadeUp(is.table(), is.label())
                && columns(was, is.table()).equals(columns(wanted, should.table()));
    }

    private Set<String> columns(CheckConstraint check, Table table) {
        return ColumnsInSql.of(check.condition(), table).stream()
                .map(rules::name)
                .collect(Collectors.toSet());
    }

    /** The keys of a table but for its foreign keys. */
    List<Key> own(Twins table) {
        List<Key> keys = new ArrayList<>();
        for (Constraint constraint : table.said().constraints()) {
            if (!(constraint instanceof ForeignKey)) {
                keys.addAll(key(table, constraint.name(), constraint));
            }
        }
        for (Index index : table.said().indexes()) {
            keys.addAll(key(table, index.name(), index));
        }
        return keys;
    }

    /** The foreign keys of a table. */
    List<Key> foreign(Twins table) {
        List<Key> keys = new ArrayList<>();
        table.said().foreignKeys().forEach(key -> keys.addAll(key(table, key.name(), key)));
        return keys;
    }

    /** Empty for what the form leaves out: the database keeps it by itself, or not at all. */
    private List<Key> key(Twins table, String label, Object said) {
        if (said instanceof PrimaryKey) {
            return table.twin().primaryKey().stream()
                    .map(key -> new Key(table.said(), label, key.name(), said, key.withName("")))
                    .toList();
        }
        String known = rules.name(label);
        Optional<Object> constraint = table.twin().constraints().stream()
                .filter(each -> each.name().equals(known) && isOfItsKind(each, said))
                .map(each -> (Object) each.withName(""))
                .findFirst();
        return constraint
                .or(() -> said instanceof Index || said instanceof UniqueConstraint
                        ? table.twin().indexes().stream()
                                .filter(each -> each.name().equals(known))
                                .map(each -> (Object) each.withName(""))
                                .findFirst()
                        : Optional.empty())
                .map(twin -> new Key(table.said(), label, known, said, plain(twin)))
                .stream()
                .toList();
    }

    private static boolean isOfItsKind(Constraint twin, Object said) {
        return said instanceof Index
                ? twin instanceof UniqueConstraint
                : twin.getClass().equals(said.getClass());
    }

    /** A unique index of plain columns allows what a unique constraint allows. */
    private static Object plain(Object twin) {
        if (!(twin instanceof Index index) || !index.unique()) {
            return twin;
        }
        List<String> columns = index.parts().stream().map(Index.Part::term).toList();
        Index usual = Index.of("", columns.stream().map(Index.Part::column).toList(), true, Optional.empty())
                .withInclude(index.include())
                .withNullsNotDistinct(index.nullsNotDistinct());
        return index.equals(usual)
                ? new UniqueConstraint("", columns, index.nullsNotDistinct(), index.include(), Optional.empty())
                : twin;
    }
}
