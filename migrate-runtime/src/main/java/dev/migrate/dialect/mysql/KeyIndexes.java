package dev.migrate.dialect.mysql;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
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

    /**
     * What a statement has to do besides for the foreign keys that stay. A key that leans on an index that goes gets one of
     * its own, under its own name, as it would have had without the other. One that is no longer needed goes: MySQL itself
     * takes away only those that it made unasked, and has no word to make one "if there is none" the next time.
     *
     * @param before the table as the statement finds it
     * @param after the table as it leaves it
     */
    static Alteration supporting(Table before, Table after, MySqlDefinitions sql, MySqlFeatures features) {
        Alteration supporting = Alteration.NONE;
        for (ForeignKey key : after.foreignKeys()) {
            Optional<ForeignKey> was = before.foreignKeys().stream()
                    .filter(other -> other.name().equals(key.name()))
                    .findFirst();
            if (was.isEmpty()) {
                continue;
            }
            String index = MySqlAlterations.index(key.name());
            boolean leaned = leans(before, was.get());
            boolean leans = leans(after, key);
            if (leaned && !leans) {
                supporting = supporting.and(Alteration.making(
                        index,
                        "ADD INDEX " + (features.mariaDb() ? "IF NOT EXISTS " : "") + sql.name(key.name()) + " "
                                + sql.names(key.columns())));
            } else if (!leaned && leans && !features.mariaDb() && !shared(before, was.get())) {
                supporting = supporting.and(Alteration.taking(index, List.of("DROP INDEX " + sql.name(key.name()))));
            }
        }
        return supporting;
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
