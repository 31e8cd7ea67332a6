package dev.migrate.dialect.mysql;

import dev.migrate.dialect.TableSql;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Locale;
import java.util.Optional;

/** What MySQL and MariaDB make of a table when it is changed, where that is more than the change says. */
final class MySqlFold {

    private final MySqlFeatures features;
    private final boolean foldsTableNames;

    MySqlFold(MySqlFeatures features, boolean foldsTableNames) {
        this.features = features;
        this.foldsTableNames = foldsTableNames;
    }

    SchemaModel after(Operation operation, SchemaModel before) {
        if (operation instanceof AlterTable several) {
            SchemaModel after = before;
            for (TableOperation change : several.changes()) {
                after = after(change, after);
            }
            return after;
        }
        SchemaModel after = operation.applyTo(before);
        if (operation instanceof RenameTable rename) {
            TableName renamed = rename.table().sibling(rename.newName());
            return known(renamed, after)
                    ? after.change(renamed, table -> withNamesOfItsOwn(table, rename.table(), renamed))
                    : after;
        }
        return operation instanceof TableOperation change && known(change.table(), after)
                ? after.change(change.table(), table -> OwnChecks.tidied(followed(change, table)))
                : after;
    }

    private static boolean known(TableName table, SchemaModel model) {
        return model.findTable(table).isPresent();
    }

    private static Table followed(TableOperation change, Table table) {
        if (!(change instanceof RenameColumn rename)) {
            return table;
        }
        ColumnWords words = new ColumnWords(rename.column(), rename.newName());
        Table worded = TableSql.changed(table, words::in);
        return OwnChecks.renamed(
                worded.withColumns(worded.columns().stream().map(words::in).toList()),
                rename.column(),
                rename.newName());
    }

    /** A constraint whose name looks as if the server had made it of the table's is renamed with the table. */
    private Table withNamesOfItsOwn(Table table, TableName from, TableName to) {
        Table renamed = table.withConstraints(table.constraints().stream()
                .map(constraint -> isNamedByServer(constraint, stored(from))
                        ? constraint.withName(stored(to)
                                + constraint.name().substring(stored(from).length()))
                        : constraint)
                .toList());
        return withIndexesAsShown(table, renamed);
    }

    private boolean isNamedByServer(Constraint constraint, String table) {
        boolean check = constraint instanceof CheckConstraint && !features.mariaDb();
        return (constraint instanceof ForeignKey && constraint.name().startsWith(table + "_ibfk_"))
                || (check && constraint.name().startsWith(table + "_chk_"));
    }

    private String stored(TableName table) {
        return foldsTableNames ? table.name().toLowerCase(Locale.ROOT) : table.name();
    }

    /** The index behind a foreign key keeps its name, and is shown where that is not the key's. */
    private static Table withIndexesAsShown(Table before, Table renamed) {
        Table shown = renamed;
        for (int at = 0; at < before.foreignKeys().size(); at++) {
            ForeignKey was = before.foreignKeys().get(at);
            ForeignKey is = renamed.foreignKeys().get(at);
            boolean hidden = !KeyIndexes.leans(before, was) && !KeyIndexes.shared(before, was);
            if (!was.equals(is) && hidden) {
                shown = shown.with(Index.of(
                        was.name(),
                        was.columns().stream().map(Index.Part::column).toList(),
                        false,
                        Optional.empty()));
            }
        }
        for (ForeignKey key : renamed.foreignKeys()) {
            Optional<Index> behind = shown.indexes().stream()
                    .filter(index ->
                            index.name().equals(key.name()) && index.columns().equals(key.columns()))
                    .findFirst();
            if (behind.isPresent() && !behind.get().unique()) {
                shown = shown.withoutIndex(key.name());
            }
        }
        return shown;
    }
}
