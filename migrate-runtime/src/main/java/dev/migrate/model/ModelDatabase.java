package dev.migrate.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The database for which a model is read, in the words of the provider.
 *
 * @param product what drivers call it: {@code MySQL}, {@code MariaDB}, {@code PostgreSQL}, {@code H2}, {@code SQLite}
 * @param version the server's version
 * @param major its first number
 * @param minor its second number
 * @param schemas what a schema of its own is there
 * @param home the schema in which names without one are looked up; the mapping may name it or not
 * @param names how names are understood there
 * @param prefix what the create script puts before the names of schemas, so that they are those of a scratch
 * @param homeOfScript what the create script calls {@code home}, in SQL, where the mapping names further schemas: their
 *     tables can refer to those at home by no shorter name
 */
public record ModelDatabase(
        String product,
        String version,
        int major,
        int minor,
        Schemas schemas,
        Optional<String> home,
        Names names,
        String prefix,
        Optional<String> homeOfScript) {

    public ModelDatabase {
        requireNonNull(product, "product");
        requireNonNull(version, "version");
        requireNonNull(schemas, "schemas");
        requireNonNull(home, "home");
        requireNonNull(names, "names");
        requireNonNull(prefix, "prefix");
        requireNonNull(homeOfScript, "homeOfScript");
    }

    /** What stands before the dot in the name of a table. */
    public enum Schemas {
        /** What the mapping calls a schema. */
        SCHEMA,
        /** What the mapping calls a catalog: MySQL and MariaDB. */
        CATALOG,
        /** Nothing: tables stand side by side. */
        NONE
    }

    /** How names are understood. */
    public interface Names {
        /**
         * The name of a table or sequence as migrations write it.
         *
         * @param text the name as it stands in SQL, without its quotes
         * @param quoted whether it has quotes
         * @return the name of what the database finds by it
         */
        String table(String text, boolean quoted);

        /**
         * The name of a column, schema, key or index as migrations write it.
         *
         * @param text the name as it stands in SQL, without its quotes
         * @param quoted whether it has quotes
         * @return the name of what the database finds by it
         */
        String other(String text, boolean quoted);
    }
}
