package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one step does to the rows of the version table. Each statement it becomes must hit exactly one row: that is how
 * a run notices that another one has been there.
 *
 * @param update the row that becomes another one; empty where no row gives way to another
 * @param deleted the rows that go, apart from the updated one
 * @param inserted the rows that come, apart from the updated one
 */
public record RowChange(Optional<Replacement> update, List<String> deleted, List<String> inserted) {

    /**
     * A row that becomes another one.
     *
     * @param from the row as it is
     * @param to the row as it will be
     */
    public record Replacement(String from, String to) {

        public Replacement {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    public RowChange {
        requireNonNull(update, "update");
        deleted = List.copyOf(deleted);
        inserted = List.copyOf(inserted);
    }

    /** The change that takes some rows away and brings others: one is updated where there are both. */
    static RowChange between(List<String> gone, List<String> come) {
        if (gone.isEmpty() || come.isEmpty()) {
            return new RowChange(Optional.empty(), gone, come);
        }
        return new RowChange(
                Optional.of(new Replacement(gone.get(0), come.get(0))),
                gone.subList(1, gone.size()),
                come.subList(1, come.size()));
    }

    /**
     * Makes this change to a set of rows.
     *
     * @param rows the rows as they are; changed
     * @throws IllegalStateException when the rows are not those that the change was made for
     */
    public void applyTo(Set<String> rows) {
        update.ifPresent(replacement -> {
            remove(rows, replacement.from());
            add(rows, replacement.to());
        });
        deleted.forEach(row -> remove(rows, row));
        inserted.forEach(row -> add(rows, row));
    }

    private static void remove(Set<String> rows, String row) {
        if (!rows.remove(row)) {
            throw new IllegalStateException("no row " + row);
        }
    }

    private static void add(Set<String> rows, String row) {
        if (!rows.add(row)) {
            throw new IllegalStateException("row " + row + " is there already");
        }
    }
}
