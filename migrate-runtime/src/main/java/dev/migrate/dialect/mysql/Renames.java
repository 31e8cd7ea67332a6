package dev.migrate.dialect.mysql;

import dev.migrate.dialect.TableSql;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/**
 * Other names for columns, indexes and constraints. A foreign key or check is dropped and added under the other name in one
 * statement, so that the table is never without it.
 */
final class Renames {

    private final MySqlAlterations alterations;
    private final MySqlDefinitions sql;
    private final MySqlFeatures features;
    private final SchemaModel before;

    Renames(MySqlAlterations alterations, MySqlDefinitions sql, MySqlFeatures features, SchemaModel before) {
        this.alterations = alterations;
        this.sql = sql;
        this.features = features;
        this.before = before;
    }

    /**
     * MySQL does not rename a column that a check, a computed column, a default or an expression of an index names (errors
     * 3959, 3108, 3772, 3837), unless the same statement says these with the new name. MariaDB rewrites them by itself.
     */
    Alteration column(RenameColumn op) {
        Optional<Table> known = before.findTable(op.table());
        if (features.mariaDb() || known.isEmpty()) {
            return columnAlone(op);
        }
        ColumnWords words = new ColumnWords(op.column(), op.newName());
        Table table = known.get();
        Alteration said = columnAlone(op);
        for (Column column : table.columns()) {
            Column is = words.in(column);
            if (!is.equals(column)) {
                said = said.and(alterations.alterColumn(AlterColumn.of(op.table(), column.name())
                        .generated(change(column.generated(), is.generated()))
                        .defaultValue(change(column.defaultValue(), is.defaultValue()))
                        .operation()));
            }
        }
        for (CheckConstraint check : features.checks() ? table.checks() : List.<CheckConstraint>of()) {
            CheckConstraint is = check.withCondition(words.in(check.condition()));
            if (!is.equals(check)) {
                MangledText.refuse(check.condition(), "constraint " + check.name() + " of " + op.table());
                said = said.and(alterations.dropConstraint(
                                new DropConstraint(op.table(), check.name(), Optional.of(check.kind()))))
                        .and(alterations.addConstraint(new AddConstraint(op.table(), is)));
            }
        }
        for (Index index : op.applyTo(before).table(op.table()).indexes()) {
            Index is = TableSql.changed(index, words::in);
            if (!is.equals(index)) {
                is.parts().stream()
                        .filter(Index.Part::expression)
                        .forEach(part -> MangledText.refuse(part.term(), "index " + is.name() + " of " + op.table()));
                said = said.and(alterations.dropIndex(new DropIndex(op.table(), index.name(), false)))
                        .and(alterations.createIndex(new CreateIndex(op.table(), is, false)));
            }
        }
        return said;
    }

    private static <T> Change<T> change(Optional<T> was, Optional<T> is) {
        return is.equals(was) ? new Change.Keep<>() : new Change.Set<>(is.orElseThrow());
    }

    private Alteration columnAlone(RenameColumn op) {
        String from = sql.name(op.column());
        if (features.renamesColumns()) {
            return Alteration.renaming(
                    MySqlAlterations.column(op.column()),
                    MySqlAlterations.column(op.newName()),
                    "RENAME COLUMN " + from + " TO " + sql.name(op.newName()));
        }
        Column renamed = before.table(op.table()).column(op.column()).withName(op.newName());
        MangledText.refuse(renamed, "column " + op.table() + "." + op.column());
        return alterations.defined(
                renamed,
                Alteration.renaming(
                        MySqlAlterations.column(op.column()),
                        MySqlAlterations.column(op.newName()),
                        "CHANGE COLUMN " + from + " " + sql.definition(renamed)));
    }

    /** Unique constraints are indexes. */
    Alteration index(TableName table, String from, String to) {
        if (features.renamesIndexes()) {
            return Alteration.renaming(
                    "index " + from, "index " + to, "RENAME INDEX " + sql.name(from) + " TO " + sql.name(to));
        }
        Table known = before.table(table);
        Optional<UniqueConstraint> unique = known.uniques().stream()
                .filter(constraint -> constraint.name().equals(from))
                .findFirst();
        return alterations
                .dropIndex(new DropIndex(table, from, false))
                .and(
                        unique.isPresent()
                                ? alterations.addConstraint(
                                        new AddConstraint(table, unique.get().withName(to)))
                                : alterations.createIndex(
                                        new CreateIndex(table, known.index(from).withName(to), false)));
    }

    Alteration constraint(RenameConstraint op) {
        TableName table = op.table();
        if (before.findTable(table).isEmpty() && op.kind().equals(Optional.of(Constraint.Kind.UNIQUE))) {
            return index(table, op.constraint(), op.newName());
        }
        Table known = before.table(table);
        if (op.isUniqueIndex(known)) {
            return index(table, op.constraint(), op.newName());
        }
        Constraint constraint = known.constraint(op.constraint(), op.kind());
        if (constraint instanceof PrimaryKey) {
            throw sql.unsupported("names of primary keys", op.constraint() + " of " + table + " is to get another one");
        }
        if (constraint instanceof UniqueConstraint) {
            return index(table, op.constraint(), op.newName());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(table, key, op.newName());
        }
        return alterations
                .dropConstraint(new DropConstraint(table, op.constraint(), op.kind()))
                .and(alterations.addConstraint(new AddConstraint(table, constraint.withName(op.newName()))));
    }

    /** With the index that stands there for it alone. */
    private Alteration foreignKey(TableName table, ForeignKey key, String newName) {
        Alteration added = alterations.addConstraint(new AddConstraint(table, key.withName(newName)));
        return alterations
                .dropConstraint(new DropConstraint(table, key.name(), Optional.of(Constraint.Kind.FOREIGN_KEY)))
                .and(added);
    }
}
