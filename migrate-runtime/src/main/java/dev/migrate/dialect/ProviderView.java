package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

/**
 * A database as persistence providers know it.
 *
 * @param product what drivers call it, such as {@code PostgreSQL}
 * @param schemas what a mapping calls that which stands before the dot in the name of a table
 * @param tables how names of tables are understood
 * @param others how other names are understood
 */
public record ProviderView(String product, Schemas schemas, Naming tables, Naming others) {

    public ProviderView {
        requireNonNull(product, "product");
        requireNonNull(schemas, "schemas");
        requireNonNull(tables, "tables");
        requireNonNull(others, "others");
    }

    /**
     * A database that understands all names in the same way.
     *
     * @param product what drivers call it
     * @param schemas what a mapping calls that which stands before the dot in the name of a table
     * @param names how names are understood
     */
    public ProviderView(String product, Schemas schemas, Identifiers names) {
        this(product, schemas, names::understood, names::understood);
    }

    /** What a mapping calls a schema of its own. */
    public enum Schemas {
        /** A schema. */
        SCHEMA,
        /** A catalog. */
        CATALOG,
        /** There is none. */
        NONE
    }

    /** How a name in SQL is understood. */
    @FunctionalInterface
    public interface Naming {
        /**
         * A name as migrations write it.
         *
         * @param text the name as it stands in SQL, without its quotes
         * @param quoted whether it has quotes
         * @return the name of what the database finds by it
         */
        String understood(String text, boolean quoted);
    }
}
