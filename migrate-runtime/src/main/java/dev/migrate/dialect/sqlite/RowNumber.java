package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * The number that SQLite gives to each row. A column of type {@code INTEGER} that is the whole primary key is another
 * name for it: it is filled with the next number where a row says none. A column of any other type is not, whatever its
 * values.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html#rowid">ROWIDs and the INTEGER PRIMARY KEY</a>
 */
final class RowNumber {

    private static final List<String> WORDS = List.of("rowid", "_rowid_", "oid");

    private static final ColumnType DECLARED_INTEGER = new ColumnType.IntegerType(32);

    private RowNumber() {}

    /** The column that is another name for it, and that SQLite fills only where a row says nothing. */
    static Optional<Column> alias(Table table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1 && isThereFor(table))
                .flatMap(key -> table.findColumn(key.columns().get(0)))
                .filter(column -> column.identity().isPresent() || column.type().equals(DECLARED_INTEGER));
    }

    /** What it can be asked for by; empty where there is none, or columns have taken all its names. */
    static Optional<String> word(Table table) {
        return WORDS.stream()
                .filter(word -> isThereFor(table)
                        && table.columns().stream()
                                .noneMatch(column -> column.name().equalsIgnoreCase(word)))
                .findFirst();
    }

    private static boolean isThereFor(Table table) {
        return !table.options().containsKey(SqliteOptions.WITHOUT_ROWID);
    }

    /**
     * A table whose key is declared as before where only its width was changed: it has 64 bits already, and in other
     * words it would number no rows any more.
     */
    static Table kept(Table before, Table after) {
        return alias(before)
                .filter(column ->
                        column.identity().isEmpty() && before.primaryKey().equals(after.primaryKey()))
                .flatMap(column -> after.findColumn(column.name()))
                .filter(column -> column.type() instanceof ColumnType.IntegerType
                        && column.identity().isEmpty())
                .map(column -> after.withColumn(column.name(), c -> c.withType(DECLARED_INTEGER)))
                .orElse(after);
    }
}
