package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Backfill;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.script.Assignments;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** By which columns the rows of a table are walked through, so that each is met once. */
final class BackfillKey {

    private BackfillKey() {}

    /**
     * The columns.
     *
     * @throws MigrateException {@code unknown-object}, when there is no such table or column, and {@code bad-operation},
     *     when the columns do not tell every row from every other
     */
    static List<String> of(Backfill backfill, Dialect dialect, Connection connection) throws SQLException {
        Table table = dialect.catalog().tables(connection, List.of(backfill.table())).stream()
                .findFirst()
                .orElseThrow(() -> new MigrateException(
                        Problem.of(ProblemCode.UNKNOWN_OBJECT, "there is no table " + backfill.table())
                                .next("correct the name, or the order of the migrations")));
        List<String> key = backfill.key().isEmpty()
                ? table.primaryKey()
                        .map(PrimaryKey::columns)
                        .orElseThrow(() -> refused(
                                "table " + backfill.table() + " has no primary key to walk through its rows by",
                                "name the columns of a unique key, none of which may be null: b.key(\"…\")"))
                : backfill.key();
        for (String name : key) {
            Column column = table.column(name);
            if (column.nullable()) {
                throw refused(
                        "column " + backfill.table() + "." + name
                                + " may be null: rows without a value cannot be walked through in order",
                        "name a key whose columns are not null");
            }
            if (!dialect.longWork().walksBy(column.type())) {
                throw refused(
                        "column " + backfill.table() + "." + name + " is of type " + column.type()
                                + ", whose values cannot be kept exactly and compared in their order",
                        "name a key of other columns");
            }
        }
        refuseSetting(key, backfill, dialect);
        if (!isUnique(key, table)) {
            throw refused(
                    "the columns " + String.join(", ", key) + " of " + backfill.table()
                            + " are no key: several rows may have the same values, and a batch could not end between"
                            + " them",
                    "name the columns of the primary key, or of a unique constraint or index");
        }
        return key;
    }

    /** A row whose key changes would be met again further on, or move behind the end. */
    private static void refuseSetting(List<String> key, Backfill backfill, Dialect dialect) {
        Set<String> set = Assignments.names(backfill.set(), dialect.scriptSyntax());
        for (String name : key) {
            if (set.stream().anyMatch(name::equalsIgnoreCase)) {
                throw refused(
                        "the backfill sets column " + backfill.table() + "." + name
                                + ", by which it walks through the rows: it would meet some of them twice, or never",
                        "walk by a key that it leaves alone: b.key(\"…\"), or use op.update");
            }
        }
    }

    private static boolean isUnique(List<String> columns, Table table) {
        Stream<List<String>> keys = Stream.concat(
                table.primaryKey().map(PrimaryKey::columns).stream(),
                table.uniques().stream().map(UniqueConstraint::columns));
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .filter(index -> index.parts().stream()
                        .allMatch(part -> !part.expression() && part.prefix().isEmpty()))
                .map(index -> index.parts().stream().map(Index.Part::term).toList());
        return Stream.concat(keys, indexes).anyMatch(key -> Set.copyOf(columns).containsAll(key));
    }

    private static MigrateException refused(String what, String next) {
        return new MigrateException(Problem.of(ProblemCode.BAD_OPERATION, what).next(next));
    }
}
