package dev.migrate.record;

import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.TableName;
import java.util.List;

/** The naming convention, within what the server has room for. */
record Naming(int limit) {

    String primaryKey(TableName table) {
        return NamingConvention.fit(NamingConvention.primaryKey(table), limit);
    }

    String unique(TableName table, List<String> columns) {
        return NamingConvention.fit(NamingConvention.unique(table, columns), limit);
    }

    String foreignKey(TableName table, List<String> columns, TableName references) {
        return NamingConvention.fit(NamingConvention.foreignKey(table, columns, references), limit);
    }

    String index(TableName table, List<String> columns) {
        return NamingConvention.fit(NamingConvention.index(table, columns), limit);
    }

    String check(TableName table, String name) {
        return NamingConvention.fit(NamingConvention.check(table, name), limit);
    }

    String exclusion(TableName table, List<String> columns) {
        return NamingConvention.fit(NamingConvention.exclusion(table, columns), limit);
    }
}
