package dev.migrate.dialect.mysql;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.Optional;

/**
 * Other names for indexes and constraints. Only an index can be renamed here; a foreign key or check is dropped and added
 * under the other name in one statement, so that the table is never without it.
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
