package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that may connect to a database: what says which one, and where it keeps migrate's own tables. */
abstract class AbstractConnectedMojo extends AbstractMigrateMojo {

    /**
     * The JDBC URL of the database; {@code embedded:mariadb} or {@code embedded:postgresql} for a server that lives as long
     * as one goal. User property: {@code migrate.url}.
     */
    @Parameter
    private @Nullable String url;

    /** The database user. User property: {@code migrate.username}. */
    @Parameter
    private @Nullable String username;

    /** The password; better kept in settings.xml and named by {@code serverId}. User property: {@code migrate.password}. */
    @Parameter
    private @Nullable HiddenText password;

    /** The server of settings.xml that holds user and password. User property: {@code migrate.serverId}. */
    @Parameter
    private @Nullable String serverId;

    /** The class of the JDBC driver. User property: {@code migrate.driver}. Default: found by the url. */
    @Parameter
    private @Nullable String driver;

    /** The schema that migrations work in. User property: {@code migrate.schema}. Default: the connection's own. */
    @Parameter
    private @Nullable String schema;

    /**
     * The table that stores the applied heads. User property: {@code migrate.versionTable}. Default:
     * {@code migrate_version}.
     */
    @Parameter
    private @Nullable String versionTable;

    /** The schema of migrate's own tables. User property: {@code migrate.versionTableSchema}. Default: {@code schema}. */
    @Parameter
    private @Nullable String versionTableSchema;

    /** How long to wait for another run. User property: {@code migrate.lockTimeout}. Default: {@code 60s}. */
    @Parameter
    private @Nullable String lockTimeout;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.URL, url)
                .with(Catalogue.USERNAME, username)
                .with(Catalogue.PASSWORD, password == null ? null : password.reveal())
                .with(Catalogue.SERVER_ID, serverId)
                .with(Catalogue.DRIVER, driver)
                .with(Catalogue.SCHEMA, schema)
                .with(Catalogue.VERSION_TABLE, versionTable)
                .with(Catalogue.VERSION_TABLE_SCHEMA, versionTableSchema)
                .with(Catalogue.LOCK_TIMEOUT, lockTimeout);
    }
}
