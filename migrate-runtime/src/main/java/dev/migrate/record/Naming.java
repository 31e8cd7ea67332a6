package dev.migrate.record;

import dev.migrate.schema.ExactName;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the names that a migration gives mean on a database, and the naming convention for those that it leaves out.
 *
 * @param limit the longest name that the server has room for
 * @param exact what migrations call that which the server holds under exactly these letters
 */
record Naming(NameLimit limit, UnaryOperator<String> exact) {

    /** A table, or what stands beside tables. */
    TableName table(String text) {
        TableName written = TableName.parse(text);
        return new TableName(written.schema().map(this::meant), meant(written.name()));
    }

    /** A part of a table. */
    String name(String kind, String name) {
        return meant(Checked.name(kind, name));
    }

    private String meant(String name) {
        return ExactName.within(name).map(exact).orElse(name);
    }

    /** A list of columns, none of them twice. */
    List<String> columns(String first, String... more) {
        List<String> columns = new ArrayList<>();
        columns.add(name("column", first));
        for (String column : more) {
            columns.add(name("column", column));
        }
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            throw Checked.bad("a column is named twice in " + columns, "name each column once");
        }
        return columns;
    }

    /** The new name of what is renamed within its schema. */
    String newName(String kind, String newName) {
        TableName renamed = table(newName);
        if (renamed.schema().isPresent()) {
            throw Checked.bad(
                    "the new name " + newName + " has a schema; a " + kind + " is renamed within its own",
                    "give the new name without a schema");
        }
        return renamed.name();
    }

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
