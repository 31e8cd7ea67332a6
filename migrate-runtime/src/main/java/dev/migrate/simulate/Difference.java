package dev.migrate.simulate;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tables differ between a schema and the one that an operation made of it.
 *
 * @param added what is there now
 * @param others what is otherwise than before, or gone
 */
record Difference(Set<TableName> added, Set<TableName> others) {

    /** Models share the tables that an operation leaves alone, so that looking at them costs nothing. */
    @SuppressWarnings("ReferenceEquality")
    static Difference between(SchemaModel before, SchemaModel after) {
        Set<TableName> added = new TreeSet<>();
        Set<TableName> others = new TreeSet<>();
        Iterator<Table> were = before.tables().iterator();
        Table was = next(were);
        for (Table is : after.tables()) {
            while (was != null && was.name().compareTo(is.name()) < 0) {
                others.add(was.name());
                was = next(were);
            }
            if (was == null || !was.name().equals(is.name())) {
                added.add(is.name());
            } else {
                if (was != is && !was.equals(is)) {
                    others.add(is.name());
                }
                was = next(were);
            }
        }
        for (; was != null; was = next(were)) {
            others.add(was.name());
        }
        return new Difference(added, others);
    }

    private static @Nullable Table next(Iterator<Table> tables) {
        return tables.hasNext() ? tables.next() : null;
    }

    boolean isEmpty() {
        return added.isEmpty() && others.isEmpty();
    }

    /** All of them. */
    Set<TableName> all() {
        Set<TableName> all = new TreeSet<>(added);
        all.addAll(others);
        return all;
    }

    /** With the tables that refer to one that is not as it was. A new table leaves the others alone. */
    Set<TableName> affected(SchemaModel after) {
        Set<TableName> affected = all();
        if (!others.isEmpty()) {
            for (Table table : after.tables()) {
                if (table.foreignKeys().stream().anyMatch(key -> others.contains(key.references()))) {
                    affected.add(table.name());
                }
            }
        }
        return affected;
    }
}
