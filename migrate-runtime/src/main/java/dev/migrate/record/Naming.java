package dev.migrate.record;

import dev.migrate.schema.NameLimit;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.TableName;
import java.util.List;

/** The naming convention, within what the server has room for. */
record Naming(NameLimit limit) {

    String primaryKey(TableName table) {
        return limit.fit(NamingConvention.primaryKey(table));
    }

    String unique(TableName table, List<String> columns) {
        return limit.fit(NamingConvention.unique(table, columns));
    }

    String foreignKey(TableName table, List<String> columns, TableName references) {
        return limit.fit(NamingConvention.foreignKey(table, columns, references));
    }

    String index(TableName table, List<String> columns) {
        return limit.fit(NamingConvention.index(table, columns));
    }

    String check(TableName table, String name) {
        return limit.fit(NamingConvention.check(table, name));
    }

    String exclusion(TableName table, List<String> columns) {
        return limit.fit(NamingConvention.exclusion(table, columns));
    }
}
