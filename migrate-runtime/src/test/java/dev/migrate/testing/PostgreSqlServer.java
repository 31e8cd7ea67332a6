package dev.migrate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, on 127.0.0.1 and a free port, that checks passwords and grants. It is started when a JVM first asks
 * for it and stopped when the JVM ends; several JVMs may each have one. Writes are not forced to disk.
 *
 * <p>{@code -Dit.postgresql.url=jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres} names another one to take in its
 * place, and a superuser of it. What the tests create there is called {@code migrate_test_…}, and stays.
 */
public final class PostgreSqlServer {

    private static final String GIVEN = System.getProperty("it.postgresql.url", "");

    /** Local accounts need no password by default; only the superuser's is left at that. */
    private static final String WHO_MAY_CONNECT =
            "host all postgres 127.0.0.1/32 trust\n" + "host all all 127.0.0.1/32 scram-sha-256\n";

    private final String adminUrl;
    private final String prefix = "migrate_test_" + ProcessHandle.current().pid() + "_";
    private final AtomicInteger accounts = new AtomicInteger();
    private @Nullable Connection admin;

    private PostgreSqlServer(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    /** The server of this JVM. */
    public static PostgreSqlServer shared() {
        return Shared.SERVER;
    }

    /** The URL of the one database that all tests share; accounts have a schema each. */
    public String jdbcUrl() {
        return adminUrl.replaceFirst("\\?.*", "");
    }

    /** An empty schema that nobody else uses, and an account whose own it is: one of that name, which finds it first. */
    public PostgreSqlSchema createSchema() throws SQLException {
        Account owner = createAccount();
        asAdmin("CREATE SCHEMA " + owner.username() + " AUTHORIZATION " + owner.username());
        return new PostgreSqlSchema(this, owner.username(), owner);
    }

    /**
     * A new account, which may do what everybody may.
     *
     * @param grants what it may do besides, as it stands between {@code GRANT} and {@code TO}: {@code USAGE ON SCHEMA x}
     */
    public Account createAccount(String... grants) throws SQLException {
        String name = prefix + accounts.incrementAndGet();
        Account account = new Account(name, "s3cret-of-" + name);
        asAdmin("CREATE ROLE " + name + " LOGIN PASSWORD '" + account.password() + "'");
        for (String grant : grants) {
            asAdmin("GRANT " + grant + " TO " + name);
        }
        return account;
    }

    /** Runs a statement that may do everything; all in one session, since opening one takes longer than most of them. */
    public synchronized void asAdmin(String sql) throws SQLException {
        if (admin == null || admin.isClosed()) {
            admin = DriverManager.getConnection(adminUrl);
        }
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PostgreSqlServer start() {
        if (!GIVEN.isEmpty()) {
            return new PostgreSqlServer(GIVEN);
        }
        try {
            // EmbeddedPostgres stops the server when the JVM ends, and removes its data.
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target", "postgresql").toAbsolutePath().toFile())
                    .setDataDirectoryCustomizer(PostgreSqlServer::askForPasswords)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("full_page_writes", "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new PostgreSqlServer("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static void askForPasswords(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final PostgreSqlServer SERVER = start();
    }
}
