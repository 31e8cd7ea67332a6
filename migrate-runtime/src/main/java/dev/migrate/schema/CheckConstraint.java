package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that is false for no row.
 *
 * @param name its name
 * @param condition the condition in SQL, without the outer parentheses
 * @param noInherit whether tables that inherit from this one do not have it
 * @param enforcement to which rows it applies, if not to all
 */
public record CheckConstraint(String name, String condition, boolean noInherit, Optional<Enforcement> enforcement)
        implements Constraint {

    public CheckConstraint {
        requireNonNull(name, "name");
        requireNonNull(condition, "condition");
        requireNonNull(enforcement, "enforcement");
    }

    /**
     * A condition and nothing else.
     *
     * @param name its name
     * @param condition the condition in SQL, without the outer parentheses
     */
    public CheckConstraint(String name, String condition) {
        this(name, condition, false, Optional.empty());
    }

    @Override
    public Kind kind() {
        return Kind.CHECK;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public boolean names(String column, Table table) {
        return ColumnsInSql.of(condition, table).contains(column);
    }

    /** MariaDB's checks that stand in the definition of a column have its name, and go with it whatever else they name. */
    @Override
    public boolean isAboutAlone(String column, Table table) {
        Set<String> named = ColumnsInSql.of(condition, table);
        return named.equals(Set.of(column)) || (name.equals(column) && named.contains(column));
    }

    @Override
    public CheckConstraint withName(String newName) {
        return new CheckConstraint(newName, condition, noInherit, enforcement);
    }

    @Override
    public CheckConstraint withColumnRenamed(String from, String to) {
        return this;
    }

    /**
     * The same check with its condition in other words.
     *
     * @param sql the condition in SQL, without the outer parentheses
     * @return a copy
     */
    public CheckConstraint withCondition(String sql) {
        return new CheckConstraint(name, sql, noInherit, enforcement);
    }

    /**
     * The same check, applied to other rows.
     *
     * @param rows to which rows it applies; empty for all
     * @return a copy
     */
    public CheckConstraint withEnforcement(Optional<Enforcement> rows) {
        return new CheckConstraint(name, condition, noInherit, rows);
    }
}
