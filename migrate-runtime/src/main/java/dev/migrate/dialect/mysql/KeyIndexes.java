package dev.migrate.dialect.mysql;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import java.util.List;
import java.util.stream.Stream;

/**
 * The indexes behind foreign keys. InnoDB leans a foreign key on an index that begins with its columns, and makes one
 * under the key's name when there is none. Models do not show the latter.
 */
final class KeyIndexes {

    private KeyIndexes() {}

    /** Whether a foreign key leans on something that the model shows. */
    static boolean leans(Table table, ForeignKey key) {
        return Stream.of(
                        table.primaryKey().stream().map(primary -> primary.columns()),
                        table.uniques().stream().map(UniqueConstraint::columns),
                        table.indexes().stream().map(KeyIndexes::usableColumns))
                .flatMap(columns -> columns)
                .anyMatch(columns -> startsWith(columns, key.columns()));
    }

    /**
     * Whether another foreign key begins with the same columns and leans on nothing else either. Nobody can tell then which
     * of the two was given the index, so that it is left alone.
     */
    static boolean shared(Table table, ForeignKey key) {
        return !leans(table, key)
                && table.foreignKeys().stream()
                        .filter(other -> !other.equals(key) && !leans(table, other))
                        .anyMatch(other -> startsWith(other.columns(), key.columns())
                                || startsWith(key.columns(), other.columns()));
    }

    private static List<String> usableColumns(Index index) {
        if (index.method().isPresent()) {
            return List.of(); // a hash, words of a text, a place: nothing that is sorted
        }
        return index.parts().stream()
                .takeWhile(part -> !part.expression() && part.prefix().isEmpty())
                .map(Index.Part::term)
                .toList();
    }

    private static boolean startsWith(List<String> columns, List<String> beginning) {
        return columns.size() >= beginning.size()
                && columns.subList(0, beginning.size()).equals(beginning);
    }
}
