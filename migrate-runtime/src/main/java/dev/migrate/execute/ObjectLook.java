package dev.migrate.execute;

import dev.migrate.introspect.CatalogReader;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.EnumColumns;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is looked up for a change that is not of one table, where its SQL depends on what is there. */
final class ObjectLook {

    private static final String OTHERS = "it was not looked up";

    private ObjectLook() {}

    /** Whether there is something to look up for an operation. */
    static boolean isFor(Operation operation) {
        return operation instanceof SetEnumValues || operation instanceof DropSchema;
    }

    /** What a database tells. */
    static SchemaModel live(ObjectOperation operation, CatalogReader catalog, Connection connection)
            throws SQLException {
        if (operation instanceof SetEnumValues set) {
            return catalog.enumType(connection, set.type());
        }
        return operation instanceof DropSchema drop
                ? catalog.schema(connection, Optional.of(drop.schema().name()))
                : SchemaModel.incomplete(List.of(), OTHERS);
    }

    /**
     * What the operations before tell.
     *
     * @throws MigrateException {@code unknown-object}, where they do not tell which columns a type has
     */
    static SchemaModel folded(ObjectOperation operation, SchemaModel model) {
        if (operation instanceof SetEnumValues set) {
            Optional<EnumType> type = model.find(EnumType.class, set.type());
            if (type.isEmpty() && model.incompleteBecause().isPresent()) {
                throw new MigrateException(Problem.of(
                                ProblemCode.UNKNOWN_OBJECT,
                                "the SQL depends on which columns have the type " + set.type()
                                        + ", and without a database nothing is known of it: "
                                        + model.incompleteBecause().get())
                        .next("write this change as SQL of the database's own, or run it against the database, without"
                                + " migrate.sql: there it is looked up"));
            }
            Set<TableName> users = EnumColumns.of(set.type(), model).stream()
                    .map(EnumColumns.Use::table)
                    .collect(Collectors.toSet());
            return SchemaModel.incomplete(
                            model.tables().stream()
                                    .filter(table -> users.contains(table.name()))
                                    .toList(),
                            OTHERS)
                    .withEnumTypes(type.stream().toList());
        }
        return operation instanceof DropSchema ? model : SchemaModel.incomplete(List.of(), OTHERS);
    }

    /** What was found, beside what was known: where that tells of a table, the table is as it says. */
    static SchemaModel joined(SchemaModel found, SchemaModel known) {
        SchemaModel model = known;
        for (Table table : found.tables()) {
            model = model.findTable(table.name()).isPresent() ? model : model.with(table);
        }
        for (EnumType type : found.enumTypes()) {
            model = model.find(EnumType.class, type.name()).isPresent() ? model : model.with(type);
        }
        return model;
    }
}
