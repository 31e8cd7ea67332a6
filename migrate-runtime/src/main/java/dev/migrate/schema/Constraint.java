package dev.migrate.schema;

import java.util.List;

/** A key or another rule that a table enforces. */
public sealed interface Constraint
        permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

    /** What a constraint is. */
    enum Kind {
        /** What identifies a row. */
        PRIMARY_KEY("primary key"),
        /** Columns of which no two rows have the same values. */
        UNIQUE("unique constraint"),
        /** Columns whose values are those of a row in another table. */
        FOREIGN_KEY("foreign key"),
        /** A condition that is false for no row. */
        CHECK("check"),
        /** A comparison that is true for no two rows. */
        EXCLUSION("exclusion constraint");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * The kind in words, for a message.
         *
         * @return for example {@code foreign key}
         */
        public String words() {
            return words;
        }
    }

    /**
     * What the constraint is.
     *
     * @return its kind
     */
    Kind kind();

    /**
     * The constraint's name.
     *
     * @return the full name, not quoted
     */
    String name();

    /**
     * The table's own columns to which the constraint applies.
     *
     * @return the columns, in order; empty for a check, whose condition is SQL
     */
    List<String> columns();

    /**
     * The table's own columns without which the constraint cannot be: those that it keeps besides, too.
     *
     * @return the columns, in order; what SQL names is not known
     */
    default List<String> mentionedColumns() {
        return columns();
    }

    /**
     * Whether the constraint names a column, in its SQL too.
     *
     * @param column one of its table's columns
     * @param table its table
     * @return false only where it does not
     */
    default boolean names(String column, Table table) {
        return mentionedColumns().contains(column);
    }

    /**
     * Whether the constraint is about one column and no other, and goes with it.
     *
     * @param column one of its table's columns
     * @param table its table
     * @return whether it is about nothing else
     */
    default boolean isAboutAlone(String column, Table table) {
        return mentionedColumns().equals(List.of(column));
    }

    /**
     * The same constraint under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    Constraint withName(String newName);

    /**
     * The same constraint after a column of its table was renamed. SQL text that names it is not touched.
     *
     * @param from the column's old name
     * @param to its new name
     * @return a copy
     */
    Constraint withColumnRenamed(String from, String to);
}
