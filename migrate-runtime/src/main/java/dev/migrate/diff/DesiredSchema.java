package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.InsertRows;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a schema should be.
 *
 * @param schema the schema. What nobody gave a name has the one that convention gives it
 * @param unnamed the constraints and indexes that nobody gave a name, with the name that whoever made the model would
 *     have given it, or the database did; any name is right for them
 * @param rows the rows with which tables begin, such as the first number of a table that stands for a sequence; they are
 *     inserted where their table is created
 */
public record DesiredSchema(SchemaModel schema, Map<ObjectName, String> unnamed, List<InsertRows> rows) {

    public DesiredSchema {
        requireNonNull(schema, "schema");
        Map<ObjectName, String> sorted = new TreeMap<>(ObjectNames.ORDER);
        sorted.putAll(unnamed);
        unnamed = Collections.unmodifiableMap(sorted);
        rows = List.copyOf(rows);
    }

    /**
     * A schema whose tables begin without rows.
     *
     * @param schema the schema
     * @param unnamed the constraints and indexes that nobody gave a name, with the name that they may have
     */
    public DesiredSchema(SchemaModel schema, Map<ObjectName, String> unnamed) {
        this(schema, unnamed, List.of());
    }

    /**
     * A schema in which every name was given by somebody.
     *
     * @param schema the schema
     * @return what is desired
     */
    public static DesiredSchema of(SchemaModel schema) {
        return new DesiredSchema(schema, Map.of());
    }

    /**
     * The same of another schema: the names and rows are those of what is left in it.
     *
     * @param other the schema
     * @return a copy
     */
    public DesiredSchema with(SchemaModel other) {
        return new DesiredSchema(other, unnamed, rows);
    }

    /**
     * The same without some tables: somebody else sees to them.
     *
     * @param tables their names, as {@link #schema()} has them; some may be of tables that it does not have
     * @return a copy
     */
    public DesiredSchema without(Set<TableName> tables) {
        SchemaModel others = schema;
        for (TableName table : tables) {
            others = others.findTable(table).isPresent() ? others.without(table) : others;
        }
        Map<ObjectName, String> names = new TreeMap<>(ObjectNames.ORDER);
        names.putAll(unnamed);
        names.keySet().removeIf(object -> tables.contains(object.owner()));
        return new DesiredSchema(
                others,
                names,
                rows.stream().filter(row -> !tables.contains(row.table())).toList());
    }

    /** Whether somebody gave the name. */
    boolean isNamed(ObjectName object) {
        return !unnamed.containsKey(object);
    }

    Optional<String> otherName(ObjectName object) {
        return Optional.ofNullable(unnamed.get(object));
    }
}
