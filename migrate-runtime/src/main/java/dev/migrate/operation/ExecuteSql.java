package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement as it is written.
 *
 * @param sql the statement, without a semicolon at its end
 * @param arguments values for its question marks; null is SQL's null
 * @param assurance what its author says about a second run
 */
public record ExecuteSql(String sql, List<@Nullable Object> arguments, Assurance assurance) implements Operation {

    public ExecuteSql {
        requireNonNull(sql, "sql");
        requireNonNull(assurance, "assurance");
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /**
     * Whether the statement changes rows at most, so that it can share a transaction with others.
     *
     * @return true for an insert, update, delete, merge, replace or select; false where nothing can be concluded
     */
    public boolean changesRowsOnly() {
        return DATA.matcher(sql).lookingAt();
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "execute " + Assurance.excerpt(sql);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        if (changesRowsOnly()) {
            return before;
        }
        String because = "\"" + Assurance.excerpt(sql) + "\" may have changed it";
        Optional<Set<TableName>> touched = TouchedTables.of(sql);
        if (touched.isEmpty()) {
            return before.forgotten(because);
        }
        SchemaModel after = before;
        for (TableName table : touched.get()) {
            after = after.withUnknown(table, because);
        }
        return after;
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.executeSql(this);
    }

    /** Statements that change rows at most: neither tables nor settings. With a leading comment or a CTE nothing is concluded. */
    private static final Pattern DATA = Pattern.compile(
            "\\s*(INSERT|UPDATE|DELETE|MERGE|REPLACE|SELECT)\\b(?!.*\\b(INTO\\s+(TABLE|TEMP)|SET_CONFIG)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
}
