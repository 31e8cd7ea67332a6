package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operations that are found out by looking at the database when their turn comes. Two of them are equal when they say the
 * same: code itself cannot be compared.
 *
 * @param why what is decided, in a few words
 * @param task looks and decides
 */
public record Decide(String why, Task task) implements Operation {

    public Decide {
        requireNonNull(why, "why");
        requireNonNull(task, "task");
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "decide: " + why;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.forgotten("what \"" + why + "\" decides is not known before it runs");
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.decide(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decide that && why.equals(that.why);
    }

    @Override
    public int hashCode() {
        return Objects.hash(why);
    }

    @Override
    public String toString() {
        return "Decide[why=" + why + "]";
    }

    /** A decision together with what it needs; the recorder makes it of the migration's own code. */
    @FunctionalInterface
    public interface Task {
        /**
         * Looks and decides.
         *
         * @param database the database as it is
         * @return the operations to run, in order; maybe none
         */
        List<Operation> decide(View database);
    }

    /** The database as it is, for looking only. */
    public interface View {
        /**
         * Reads everything in the schema that migrations work in; migrate's own tables are left out.
         *
         * @return a complete model
         */
        SchemaModel schema();

        /**
         * Reads one table.
         *
         * @param name its name
         * @return the table; empty when there is none
         */
        Optional<Table> table(TableName name);

        /**
         * Asks a question.
         *
         * @param sql a query
         * @param arguments values for its question marks
         * @return its rows
         */
        Rows query(String sql, List<@Nullable Object> arguments);

        /**
         * A type in the database's own SQL.
         *
         * @param type the type of a column that was looked at
         * @return as it stands behind the name of a column
         */
        String typeName(ColumnType type);

        /**
         * The server's version.
         *
         * @return as the server says it, such as {@code 11.4.5}
         */
        String version();
    }
    /**
     * The answer to a question.
     *
     * @param columns the names of its columns, in lower case
     * @param rows one list of values for each row, in the order of the columns
     */
    public record Rows(List<String> columns, List<List<@Nullable Object>> rows) {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
