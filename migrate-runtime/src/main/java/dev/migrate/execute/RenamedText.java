package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.TableSql;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What becomes of the SQL that a table holds when something is renamed and nobody can look: databases rewrite checks,
 * computed columns and indexes by themselves.
 */
final class RenamedText {

    private static final String REWRITTEN = "it was renamed, or a column of it, and the database has rewritten its"
            + " checks, its computed columns or its indexes";

    private RenamedText() {}

    /** The schema after an operation. Where it cannot be told what is made of a text, nothing is known of the table. */
    static SchemaModel after(Operation operation, SchemaModel before, Dialect dialect) {
        SchemaModel after = dialect.after(operation, before);
        for (Operation rename : renames(operation)) {
            after = rename instanceof RenameColumn column
                    ? column(column, after, dialect)
                    : table((RenameTable) rename, after);
        }
        return after;
    }

    /** The schema after an operation. A text of which it cannot be told what is made of it stays as it is. */
    static SchemaModel guessed(Operation operation, SchemaModel before, Dialect dialect) {
        SchemaModel after = dialect.after(operation, before);
        NormalForm form = dialect.normalForm();
        for (Operation each : renames(operation)) {
            if (each instanceof RenameColumn rename) {
                String from = form.name(rename.column());
                String to = dialect.sqlName(rename.newName());
                after = after.change(
                        rename.table(),
                        table -> TableSql.changed(
                                table,
                                sql -> ColumnsInSql.renamed(
                                        sql, from, to, name -> form.name(dialect.exactName(name)))));
            }
        }
        return after;
    }

    private static List<Operation> renames(Operation operation) {
        if (operation instanceof AlterTable several) {
            return several.changes().stream()
                    .flatMap(change -> renames(change).stream())
                    .toList();
        }
        return operation instanceof RenameColumn || operation instanceof RenameTable ? List.of(operation) : List.of();
    }

    private static SchemaModel column(RenameColumn rename, SchemaModel after, Dialect dialect) {
        Optional<Table> known = after.findTable(rename.table());
        if (known.isEmpty() || !hasText(known.get())) {
            return after;
        }
        String from = rename.column();
        String to = dialect.sqlName(rename.newName());
        Table worded = TableSql.changed(known.get(), sql -> ColumnsInSql.renamed(sql, from, to, dialect::exactName));
        boolean sure = texts(worded).stream()
                .allMatch(sql -> ColumnsInSql.of(sql, List.of(from)).isEmpty());
        return sure ? after.change(rename.table(), table -> worded) : forgotten(rename.table(), after);
    }

    private static SchemaModel table(RenameTable rename, SchemaModel after) {
        TableName renamed = rename.table().sibling(rename.newName());
        Optional<Table> known = after.findTable(renamed);
        Pattern qualifier = Pattern.compile(
                "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(rename.table().name().toLowerCase(Locale.ROOT))
                        + "[\"`\\]]?\\s*\\.",
                Pattern.DOTALL);
        boolean sure = known.stream()
                .flatMap(table -> texts(table).stream())
                .noneMatch(
                        sql -> qualifier.matcher(sql.toLowerCase(Locale.ROOT)).find());
        return sure ? after : forgotten(renamed, after);
    }

    private static SchemaModel forgotten(TableName table, SchemaModel model) {
        return model.withUnknown(table, REWRITTEN);
    }

    private static boolean hasText(Table table) {
        return !texts(table).isEmpty();
    }

    /** What dialects keep beside a table may be SQL as well. */
    private static List<String> texts(Table table) {
        List<String> texts = new ArrayList<>(table.options().values());
        table.exclusions().forEach(exclusion -> texts.add(exclusion.toString()));
        TableSql.changed(table, sql -> {
            texts.add(sql);
            return sql;
        });
        return texts;
    }
}
