package dev.migrate.execute;

import dev.migrate.introspect.CatalogReader;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What is looked up for a change that is not of one table, where its SQL depends on what is there. */
final class ObjectLook {

    private final CatalogReader catalog;
    private final Connection connection;

    ObjectLook(CatalogReader catalog, Connection connection) {
        this.catalog = catalog;
        this.connection = connection;
    }

    /** Whether there is something to look up for an operation. */
    static boolean isFor(Operation operation) {
        return operation instanceof SetEnumValues || operation instanceof DropSchema;
    }

    /**
     * What is known before an operation.
     *
     * @param known what is known without looking; where it tells of a table, the table is as it says
     */
    SchemaModel before(Operation operation, SchemaModel known) throws SQLException {
        if (operation instanceof SetEnumValues set) {
            SchemaModel found = catalog.enumType(connection, set.type());
            SchemaModel model = withTables(found, known);
            for (EnumType type : found.enumTypes()) {
                model = model.find(EnumType.class, type.name()).isPresent() ? model : model.with(type);
            }
            return model;
        }
        if (operation instanceof DropSchema drop) {
            SchemaModel held =
                    catalog.schema(connection, Optional.of(drop.schema().name()));
            return withTables(held, known);
        }
        return known;
    }

    private static SchemaModel withTables(SchemaModel found, SchemaModel known) {
        SchemaModel model = known;
        for (Table table : found.tables()) {
            model = model.findTable(table.name()).isPresent() ? model : model.with(table);
        }
        return model;
    }
}
