package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that is built anew, since SQLite cannot change it in place: created under another name, filled, put in the place
 * of the old one, and given its indexes and triggers again. Views and the references of other tables find it by its name.
 *
 * <p>Foreign keys must not be enforced meanwhile: dropping the old table would delete its rows, and what refers to them.
 *
 * @param before the table as it is in the database
 * @param after the table as it should be
 * @param sources for the columns that keep their values, what is selected for them
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of Table Schema Changes</a>
 */
record Rebuild(Table before, Table after, Map<String, String> sources) {

    static final String TEMPORARY = "migrate_rebuild_";

    private static final String LEGACY = "PRAGMA legacy_alter_table = ";

    /** A table that is the same afterwards. */
    static Rebuild of(Table table, SqliteDefinitions sql) {
        Map<String, String> sources = new LinkedHashMap<>();
        table.columns().forEach(column -> sources.put(column.name(), sql.name(column.name())));
        return new Rebuild(table, table, sources);
    }

    /**
     * With one more change.
     *
     * @param change the change, which is no renaming
     * @param changed the table after it
     */
    Rebuild with(TableOperation change, Table changed) {
        Map<String, String> kept = new LinkedHashMap<>(sources);
        kept.keySet().removeIf(column -> changed.findColumn(column).isEmpty());
        if (change instanceof AlterColumn alter && kept.containsKey(alter.column())) {
            alter.using().ifPresent(using -> kept.put(alter.column(), "(" + using + ")"));
        }
        return new Rebuild(before, changed, kept);
    }

    /** Whether a column can be renamed in the table as it is, ahead of all this. */
    boolean letsPass(RenameColumn rename, SqliteDefinitions sql) {
        return sql.name(rename.column()).equals(sources.get(rename.column()))
                && before.findColumn(rename.newName()).isEmpty()
                && sources.values().stream().noneMatch(source -> source.startsWith("("));
    }

    /** The same, after a column was renamed in the table as it is. */
    Rebuild renamed(RenameColumn rename, Table changed, SqliteDefinitions sql) {
        Map<String, String> renamed = new LinkedHashMap<>();
        sources.forEach((column, source) -> {
            boolean same = column.equals(rename.column());
            renamed.put(same ? rename.newName() : column, same ? sql.name(rename.newName()) : source);
        });
        return new Rebuild(before.withColumnRenamed(rename.column(), rename.newName()), changed, renamed);
    }

    List<SqlStatement> statements(SqliteDefinitions sql) {
        refuseToLose(sql);
        TableName temporary = before.name().sibling(TEMPORARY + before.name().name());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + sql.name(temporary) + " (\n  " + String.join(",\n  ", sql.elements(after))
                + "\n)" + sql.options(after));
        statements.add(new RowCopy(before, after, sources).into(temporary, sql));
        if (isNumbered(before) && isNumbered(after)) {
            statements.addAll(keepNumbering(temporary, sql));
        }
        statements.add("DROP TABLE " + sql.name(before.name()));
        // Without this, views and triggers that name the table are refused while there is none of that name.
        statements.add(LEGACY + "ON");
        statements.add("ALTER TABLE " + sql.name(temporary) + " RENAME TO "
                + sql.name(after.name().name()));
        statements.add(LEGACY + "OFF");
        for (Index index : after.indexes()) {
            statements.add(SqliteRenderer.createIndex(new CreateIndex(after.name(), index, false), sql));
        }
        SqliteOptions.triggers(after).values().forEach(text -> statements.add(sql.trigger(after.name(), text)));
        if (losesAColumn()) {
            statements.add(lookForUses(sql));
        }
        if (before.options().containsKey(SqliteOptions.ANALYZED)) {
            statements.add("ANALYZE " + sql.name(after.name())); // what was counted went with the old table
        }
        return statements.stream().map(SqlStatement::ddl).toList();
    }

    private void refuseToLose(SqliteDefinitions sql) {
        String lost = before.options().get(SqliteOptions.LOST);
        if (lost != null) {
            throw sql.unsupported(
                    "way to change table " + before.name() + " in place",
                    "building it anew would lose what migrate cannot keep: " + lost);
        }
    }

    private static boolean isNumbered(Table table) {
        return table.columns().stream().anyMatch(column -> column.identity().isPresent());
    }

    /** Numbers that were given once are not given again, even when their rows are gone. */
    private List<String> keepNumbering(TableName temporary, SqliteDefinitions sql) {
        String numbers = sql.name(before.name().sibling("sqlite_sequence"));
        String of = " WHERE name = " + sql.literal(before.name().name()) + " COLLATE NOCASE";
        String to = sql.literal(temporary.name());
        return List.of(
                "DELETE FROM " + numbers + " WHERE name = " + to,
                "INSERT INTO " + numbers + " (name, seq) SELECT " + to + ", seq FROM " + numbers + of);
    }

    private boolean losesAColumn() {
        return before.columns().stream().anyMatch(column -> !sources.containsKey(column.name()));
    }

    /** Changes nothing, and makes SQLite look through all views and triggers for a column that is gone. */
    private String lookForUses(SqliteDefinitions sql) {
        String column = sql.name(after.columns().get(0).name());
        return "ALTER TABLE " + sql.name(after.name()) + " RENAME COLUMN " + column + " TO " + column;
    }
}
