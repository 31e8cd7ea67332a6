package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

/**
 * The database that was worked on.
 *
 * @param product what the server is, such as {@code mariadb}
 * @param version the server's version
 * @param schema the schema that holds the version table, as the server stores its name
 * @param versionTable the version table's name
 */
public record DatabaseInfo(String product, String version, String schema, String versionTable) {

    public DatabaseInfo {
        requireNonNull(product, "product");
        requireNonNull(version, "version");
        requireNonNull(schema, "schema");
        requireNonNull(versionTable, "versionTable");
    }
}
