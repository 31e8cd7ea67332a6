package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ExactName;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is the same thing under another name, as a person says it: nobody else can know. Tables come first; a column is
 * named with its table's new name.
 *
 * @param operations the renames, in order
 */
public record Renames(List<Operation> operations) {

    /** Nothing has another name. */
    public static final Renames NONE = new Renames(List.of());

    public Renames {
        operations = List.copyOf(operations);
    }

    /**
     * Reads renames as they stand in {@code migrate.renames}.
     *
     * @param text {@code users.name>full_name, people>persons}: a column and its new name, a table and its new name; a
     *     table in another schema is written {@code shop.users/name>full_name} for a column
     * @return the renames, those of tables first
     * @throws MigrateException {@code bad-parameter}, when the text says something else
     */
    public static Renames parse(String text) {
        List<Operation> tables = new ArrayList<>();
        List<Operation> columns = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            String[] sides = each.strip().split(">", -1);
            if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
                throw unreadable(each);
            }
            String to = sides[1].strip();
            Optional<RenameColumn> column = column(sides[0].strip(), to);
            if (column.isPresent()) {
                columns.add(column.get());
            } else {
                tables.add(new RenameTable(TableName.parse(sides[0].strip()), to));
            }
        }
        tables.addAll(columns);
        return new Renames(tables);
    }

    /** A dot stands between a table and its column; where the table has a schema, a slash does. */
    private static Optional<RenameColumn> column(String from, String to) {
        return columnName(from)
                .map(name -> new RenameColumn(name.owner(), name.part().orElseThrow(), to));
    }

    /** Reads a column as it is written in parameters; empty where no column is named. */
    static Optional<ObjectName> columnName(String text) {
        int slash = text.indexOf('/');
        int dot = slash >= 0 ? slash : text.lastIndexOf('.');
        return dot <= 0 || dot == text.length() - 1
                ? Optional.empty()
                : Optional.of(ObjectName.of(
                        ObjectName.Kind.COLUMN, TableName.parse(text.substring(0, dot)), text.substring(dot + 1)));
    }

    static String column(TableName table, String from, String to) {
        return column(table, from) + ">" + ExactName.plain(to);
    }

    /** A column as it is written in parameters, where a shell would run what stands between backticks. */
    static String column(TableName table, String column) {
        return ExactName.plain(table) + (table.schema().isPresent() ? "/" : ".") + ExactName.plain(column);
    }

    static String table(TableName from, TableName to) {
        return ExactName.plain(from) + ">" + ExactName.plain(to.name());
    }

    private static MigrateException unreadable(String text) {
        return new MigrateException(Problem.of(ProblemCode.BAD_PARAMETER, "\"" + text.strip() + "\" is no rename")
                .at("migrate.renames")
                .next("write table.column>new_name for a column, table>new_name for a table, with commas between"));
    }
}
