package dev.migrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database as it is, for looking only: what {@link Operations#decide} decides by. Names are those that a migration
 * writes: unfolded, in lower case where they are regular. Nothing here is null but what a question answers.
 *
 * <p>What is no question stops the migration ({@code bad-operation}), and so does one that the database refuses ({@code
 * statement-failed}).
 */
public interface DatabaseView {

    /**
     * Which database it is.
     *
     * @return the kind of database
     */
    Database database();

    /**
     * Which version of it.
     *
     * @return as the server says it, such as {@code 11.4.5}
     */
    String serverVersion();

    /**
     * The tables in the schema that migrations work in, without migrate's own.
     *
     * @return their names, sorted
     */
    List<String> tables();

    /**
     * Looks for a table.
     *
     * @param table its name
     * @return what it is; empty when there is none
     */
    Optional<TableView> table(String table);

    /**
     * Whether there is a table.
     *
     * @param table its name
     * @return true, when there is
     */
    boolean hasTable(String table);

    /**
     * Whether a table has a column.
     *
     * @param table the table's name
     * @param column the column's name
     * @return true, when there are both
     */
    boolean hasColumn(String table, String column);

    /**
     * The foreign keys of any table of the schema that refer to one.
     *
     * @param table the name of the table that is referred to
     * @return the keys, sorted by table and name
     */
    List<ForeignKeyView> foreignKeysTo(String table);

    /**
     * Asks a question.
     *
     * @param sql a query; {@code ?} stands for the arguments, in order
     * @param arguments as in {@link Operations#execute}
     * @return its rows; each has its columns by the names that the database gives them, in lower case, in their order
     */
    List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments);

    /**
     * Asks a question of one row and one column; more of either stop the migration ({@code bad-operation}).
     *
     * @param sql a query; {@code ?} stands for the arguments, in order
     * @param arguments as in {@link Operations#execute}
     * @return the answer; empty when it is null or when there is no row
     */
    Optional<Object> queryOne(String sql, @Nullable Object... arguments);

    /** A table as it is. */
    interface TableView {

        /**
         * Its name.
         *
         * @return the name
         */
        String name();

        /**
         * Its columns.
         *
         * @return in their order
         */
        List<ColumnView> columns();

        /**
         * The columns of its primary key.
         *
         * @return in their order; empty when it has none
         */
        List<String> primaryKey();

        /**
         * Its foreign keys.
         *
         * @return sorted by name
         */
        List<ForeignKeyView> foreignKeys();

        /**
         * Its indexes, without those that the database keeps behind a key.
         *
         * @return sorted by name
         */
        List<IndexView> indexes();

        /**
         * Its unique constraints, checks and exclusion constraints. Keys have methods of their own.
         *
         * @return sorted by name
         */
        List<ConstraintView> constraints();
    }

    /** A column as it is. */
    interface ColumnView {

        /**
         * Its name.
         *
         * @return the name
         */
        String name();

        /**
         * Its type in the database's own SQL, as migrate writes it there: what {@link Type#raw} takes.
         *
         * @return for example {@code VARCHAR(320)}, {@code BIGINT}; on MySQL {@code DATETIME(6)}, on PostgreSQL {@code
         *     timestamp(6)}
         */
        String type();

        /**
         * Whether it may hold null.
         *
         * @return true, when it may
         */
        boolean nullable();
    }

    /** An index as it is. */
    interface IndexView {

        /**
         * Its full name.
         *
         * @return the name
         */
        String name();

        /**
         * What it is sorted by.
         *
         * @return columns in their order; of an expression its SQL
         */
        List<String> columns();

        /**
         * Whether no two rows have the same values.
         *
         * @return true, when it is unique
         */
        boolean unique();
    }

    /** A unique constraint, a check or an exclusion constraint as it is. */
    interface ConstraintView {

        /**
         * Its full name.
         *
         * @return the name
         */
        String name();

        /**
         * Its kind.
         *
         * @return {@link ConstraintKind#UNIQUE}, {@link ConstraintKind#CHECK} or {@link ConstraintKind#EXCLUSION}
         */
        ConstraintKind kind();

        /**
         * Its columns.
         *
         * @return of a unique constraint, in their order; else empty
         */
        List<String> columns();
    }

    /** A foreign key as it is. */
    interface ForeignKeyView {

        /**
         * The table that refers.
         *
         * @return its name
         */
        String table();

        /**
         * Its full name.
         *
         * @return the name
         */
        String name();

        /**
         * The columns that refer.
         *
         * @return in their order
         */
        List<String> columns();

        /**
         * The table that is referred to.
         *
         * @return its name
         */
        String references();

        /**
         * The columns that are referred to.
         *
         * @return in the order of the columns that refer
         */
        List<String> referencedColumns();
    }
}
