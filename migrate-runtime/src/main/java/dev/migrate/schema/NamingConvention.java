package dev.migrate.schema;

import java.util.List;

/** The names of constraints and indexes whose author gave none. */
public final class NamingConvention {

    private NamingConvention() {}

    /**
     * A primary key's name.
     *
     * @param table its table
     * @return {@code pk_<table>}
     */
    public static String primaryKey(TableName table) {
        return "pk_" + table.name();
    }

    /**
     * A unique constraint's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @return {@code uq_<table>_<columns>}
     */
    public static String unique(TableName table, List<String> columns) {
        return "uq_" + table.name() + "_" + String.join("_", columns);
    }

    /**
     * A foreign key's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @param references the table it refers to
     * @return {@code fk_<table>_<columns>_<referenced table>}
     */
    public static String foreignKey(TableName table, List<String> columns, TableName references) {
        return "fk_" + table.name() + "_" + String.join("_", columns) + "_" + references.name();
    }

    /**
     * An index's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @return {@code ix_<table>_<columns>}
     */
    public static String index(TableName table, List<String> columns) {
        return "ix_" + table.name() + "_" + String.join("_", columns);
    }

    /**
     * A check's name.
     *
     * @param table its table
     * @param name its short name
     * @return {@code ck_<table>_<name>}
     */
    public static String check(TableName table, String name) {
        return "ck_" + table.name() + "_" + name;
    }

    /**
     * An exclusion constraint's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @return {@code ex_<table>_<columns>}
     */
    public static String exclusion(TableName table, List<String> columns) {
        return "ex_" + table.name() + "_" + String.join("_", columns);
    }
}
