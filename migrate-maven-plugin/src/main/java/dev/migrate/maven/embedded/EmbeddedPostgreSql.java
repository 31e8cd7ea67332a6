package dev.migrate.maven.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.Driver;

/** The only class that links to Zonky's embedded PostgreSQL. */
final class EmbeddedPostgreSql {

    private static final String ACCOUNT = "postgres";
    private static final String WHO_MAY_CONNECT = "host all all 127.0.0.1/32 scram-sha-256\n";

    private EmbeddedPostgreSql() {}

    static RunningServer start(ServerPlace place) throws IOException {
        Path password = Files.writeString(place.run().resolve("password"), place.password());
        Path data = place.run().resolve("data");
        registerDriver();
        // The place clears the data, also when the JVM ends and has closed the library's jar already.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(place.programs().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("pwfile", password.toString()) // becomes an option of initdb, as all of these do
                .setConnectConfig("password", place.password())
                .setDataDirectoryCustomizer(EmbeddedPostgreSql::askForPasswords)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("full_page_writes", "off")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        place.run().resolve("output").toFile()))
                .start();
        try {
            create(server, place);
        } catch (SQLException e) {
            server.close();
            throw new IOException(e);
        }
        return new RunningServer(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", ACCOUNT, server::close);
    }

    /** The library asks the JDK for it, and a run takes back what was registered during the one before. */
    private static void registerDriver() throws IOException {
        try {
            if (Driver.isRegistered()) {
                Driver.deregister();
            }
            Driver.register();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void askForPasswords(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(EmbeddedPostgres server, ServerPlace place) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : place.schemas()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema.replace("\"", "\"\"") + "\"");
            }
        }
    }
}
