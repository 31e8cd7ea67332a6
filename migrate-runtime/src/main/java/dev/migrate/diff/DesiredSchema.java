package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a schema should be.
 *
 * @param schema the schema. What nobody gave a name has the one that convention gives it
 * @param unnamed the constraints and indexes that nobody gave a name, with the name that whoever made the model would
 *     have given it, or the database did; any name is right for them
 */
public record DesiredSchema(SchemaModel schema, Map<ObjectName, String> unnamed) {

    public DesiredSchema {
        requireNonNull(schema, "schema");
        Map<ObjectName, String> sorted = new TreeMap<>(ObjectNames.ORDER);
        sorted.putAll(unnamed);
        unnamed = Collections.unmodifiableMap(sorted);
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

    boolean isNamed(ObjectName object) {
        return !unnamed.containsKey(object);
    }

    Optional<String> otherName(ObjectName object) {
        return Optional.ofNullable(unnamed.get(object));
    }
}
