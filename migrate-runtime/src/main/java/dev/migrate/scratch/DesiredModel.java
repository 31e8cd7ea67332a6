package dev.migrate.scratch;

import static java.util.Objects.requireNonNull;

import dev.migrate.model.InitialRow;
import dev.migrate.problem.Problem;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema should be.
 *
 * @param from what it was taken from, for people
 * @param schema the schema; what nobody gave a name has the one that convention gives it
 * @param unnamed the constraints and indexes that nobody gave a name, with the name that whoever made the model would
 *     have given it, or the database did
 * @param rows the rows that its tables have from the beginning, in the order of tables
 * @param readOnly tables to which nobody ever writes: where the database has a view of that name, it is meant
 * @param triedOut whether the database itself was asked what it makes of it; else it is to be compared in its normal form
 * @param warnings what a person should know
 */
public record DesiredModel(
        String from,
        SchemaModel schema,
        Map<ObjectName, String> unnamed,
        List<InitialRow> rows,
        Set<TableName> readOnly,
        boolean triedOut,
        List<Problem> warnings) {

    public DesiredModel {
        requireNonNull(from, "from");
        requireNonNull(schema, "schema");
        unnamed = Collections.unmodifiableMap(new LinkedHashMap<>(unnamed));
        rows = List.copyOf(rows);
        readOnly = Collections.unmodifiableSet(new TreeSet<>(readOnly));
        warnings = List.copyOf(warnings);
    }

    /**
     * The same, with something more that a person should know.
     *
     * @param warning what
     * @return a copy
     */
    public DesiredModel with(Problem warning) {
        List<Problem> more = new ArrayList<>(List.of(warning));
        more.addAll(warnings);
        return new DesiredModel(from, schema, unnamed, rows, readOnly, triedOut, more);
    }
}
