package dev.migrate.schema;

import static java.util.stream.Collectors.joining;

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
        return "pk_" + plain(table);
    }

    /**
     * A unique constraint's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @return {@code uq_<table>_<columns>}
     */
    public static String unique(TableName table, List<String> columns) {
        return "uq_" + plain(table) + "_" + joined(columns);
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
        return "fk_" + plain(table) + "_" + joined(columns) + "_" + plain(references);
    }

    /**
     * An index's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @return {@code ix_<table>_<columns>}
     */
    public static String index(TableName table, List<String> columns) {
        return "ix_" + plain(table) + "_" + joined(columns);
    }

    /**
     * A check's name.
     *
     * @param table its table
     * @param name its short name
     * @return {@code ck_<table>_<name>}
     */
    public static String check(TableName table, String name) {
        return "ck_" + plain(table) + "_" + name;
    }

    /**
     * An exclusion constraint's name.
     *
     * @param table its table
     * @param columns its columns, in order
     * @return {@code ex_<table>_<columns>}
     */
    public static String exclusion(TableName table, List<String> columns) {
        return "ex_" + plain(table) + "_" + joined(columns);
    }

    private static String plain(TableName table) {
        return ExactName.plain(table.name());
    }

    private static String joined(List<String> columns) {
        return columns.stream().map(ExactName::plain).collect(joining("_"));
    }
}
