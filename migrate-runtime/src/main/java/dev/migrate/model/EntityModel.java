package dev.migrate.model;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What entities ask of a database. Names are those that migrations write; what is in the default schema has none in
 * front.
 *
 * @param provider who read it: {@code Hibernate ORM 6.6.56.Final}
 * @param script the provider's own statements that create it in an empty database, in order: without comments, rows and
 *     views; schemas have the prefix that was asked for
 * @param schema the same as the provider knows it, without asking a database. Types are as it spells them, what nobody
 *     gave a name has the one that the provider would give it
 * @param names the names of constraints and indexes
 * @param comments comments of tables and columns, by their names
 * @param rows the rows without which its tables are of no use
 * @param readOnly tables to which the entities never write: they may be views
 * @param schemas the schemas that the mapping names
 * @param defaultSchema the schema of what names none, where the mapping says one
 * @param warnings what a person should know
 */
public record EntityModel(
        String provider,
        List<String> script,
        SchemaModel schema,
        List<KeyName> names,
        Map<Commented, String> comments,
        List<InitialRow> rows,
        Set<TableName> readOnly,
        Set<String> schemas,
        Optional<String> defaultSchema,
        List<Problem> warnings) {

    public EntityModel {
        requireNonNull(provider, "provider");
        script = List.copyOf(script);
        requireNonNull(schema, "schema");
        names = List.copyOf(names);
        comments = Collections.unmodifiableMap(new TreeMap<>(comments));
        rows = List.copyOf(rows);
        readOnly = Collections.unmodifiableSet(new TreeSet<>(readOnly));
        schemas = Collections.unmodifiableSet(new TreeSet<>(schemas));
        requireNonNull(defaultSchema, "defaultSchema");
        warnings = List.copyOf(warnings);
    }

    /**
     * The name of a key, a check or an index.
     *
     * @param table its table
     * @param kind what it is; a unique index is a unique key
     * @param name its name
     * @param columns its columns, in order; none for a check
     * @param given whether somebody gave it that name; else the provider made it up
     */
    public record KeyName(TableName table, KeyKind kind, String name, List<String> columns, boolean given) {
        public KeyName {
            requireNonNull(table, "table");
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            columns = List.copyOf(columns);
        }
    }

    /** What has a name that the provider may make up. */
    public enum KeyKind {
        /** A unique constraint, or a unique index. */
        UNIQUE,
        /** A foreign key. */
        FOREIGN_KEY,
        /** A check. */
        CHECK,
        /** An index that is not unique. */
        INDEX
    }

    /**
     * What has a comment.
     *
     * @param table the table
     * @param column its column; empty for the table itself
     */
    public record Commented(TableName table, Optional<String> column) implements Comparable<Commented> {
        public Commented {
            requireNonNull(table, "table");
            requireNonNull(column, "column");
        }

        @Override
        public int compareTo(Commented other) {
            int tables = table.compareTo(other.table);
            return tables != 0 ? tables : column.orElse("").compareTo(other.column.orElse(""));
        }
    }
}
