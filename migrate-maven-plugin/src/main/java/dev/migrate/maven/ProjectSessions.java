package dev.migrate.maven;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.execute.OtherDatabases;
import dev.migrate.maven.open.OpenProject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Sessions of an open project on databases beside its own.
 *
 * @param open the project
 * @param account whose they are; empty for that of the url, if it names one
 */
record ProjectSessions(OpenProject open, Optional<ConnectionSettings> account) implements OtherDatabases {

    @Override
    public Connection connect(String url) throws SQLException {
        return account.isPresent() ? open.connect(account.get(), url) : open.connect(url);
    }

    @Override
    public boolean serverEndsWithTheRun() {
        return open.keepsServer();
    }
}
