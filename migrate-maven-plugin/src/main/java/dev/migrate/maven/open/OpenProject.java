package dev.migrate.maven.open;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.maven.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The classes and the database of one project, open for one run. While it is open, the thread's context class loader is
 * the project's; afterwards everything is as it was before: no connection, driver, thread or class stays.
 */
public final class OpenProject implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final @Nullable ClassLoader contextBefore = thread.getContextClassLoader();
    private final ProjectClassLoader classes;
    private final ClassLoader plugin;
    private final Leftovers leftovers;
    private @Nullable ProjectDataSource dataSource;
    private @Nullable EmbeddedServer server;

    private OpenProject(List<URL> classPath, ClassLoader plugin) {
        this.plugin = plugin;
        classes = new ProjectClassLoader(classPath, plugin);
        leftovers = new Leftovers(classes, plugin);
        thread.setContextClassLoader(classes);
    }

    /**
     * Opens a project's classes.
     *
     * @param classPath the project's classes and dependencies, without migrate's own jar
     * @param plugin the loader of migrate
     * @return the project; to be closed by the same thread
     */
    public static OpenProject of(List<URL> classPath, ClassLoader plugin) {
        return new OpenProject(classPath, plugin);
    }

    /**
     * The loader of the project's classes.
     *
     * @return the loader
     */
    public ClassLoader classes() {
        return classes;
    }

    /**
     * The project's database. No connection is made yet.
     *
     * @param connection which database
     * @return gives connections, at most two at a time; closed with the project
     * @throws dev.migrate.problem.MigrateException {@code no-driver} or {@code bad-url}; connecting may throw {@code
     *     cannot-connect} and {@code access-denied} too
     */
    public DataSource database(ConnectionSettings connection) {
        ProjectDataSource opened =
                new ProjectDataSource(connection, new DriverFinder(classes, plugin).find(connection), classes);
        dataSource = opened;
        return opened;
    }

    /**
     * Keeps a server for as long as the project is open: it ends after the connections to it.
     *
     * @param started the server
     * @return the same
     */
    public EmbeddedServer keep(EmbeddedServer started) {
        server = started;
        return started;
    }

    /**
     * Whether the project's database is on a server that ends with the project, or with the JVM if that is first.
     *
     * @return true, once there is one to keep
     */
    public boolean keepsServer() {
        return server != null;
    }

    /**
     * Opens a session on a database beside the project's: one in memory, or one to compare with. The account is that of
     * the url, if it names one.
     *
     * @param url a JDBC URL; its driver is found like the project's
     * @return a new connection, to be closed before the project
     * @throws SQLException when the database refuses
     * @throws dev.migrate.problem.MigrateException {@code no-driver} or {@code bad-url}
     */
    public Connection connect(String url) throws SQLException {
        Connection connection = new DriverFinder(classes, plugin).find(url).connect(url, new Properties());
        return Objects.requireNonNull(connection, "a driver that takes the url");
    }

    /**
     * Opens a session on a database beside the project's, for the account of that.
     *
     * @param account whose account it is
     * @param url a JDBC URL of the same driver
     * @return a new connection, to be closed before the project
     * @throws SQLException when the database refuses
     */
    public Connection connect(ConnectionSettings account, String url) throws SQLException {
        Properties properties = new Properties();
        account.username().ifPresent(user -> properties.setProperty("user", user.value()));
        account.password()
                .ifPresent(password ->
                        properties.setProperty("password", password.value().reveal()));
        Driver driver = new DriverFinder(classes, plugin).find(account);
        return Objects.requireNonNull(driver.connect(url, properties), "a driver that takes the url");
    }

    /**
     * Closes connections and classes, and takes back what was changed in the JVM.
     *
     * @throws IllegalStateException when something could not be closed; the rest is closed all the same
     */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        for (Closing part : List.<Closing>of(
                this::closeConnections,
                this::stopServer,
                leftovers::remove,
                () -> thread.setContextClassLoader(contextBefore),
                classes::close)) {
            try {
                part.close();
            } catch (SQLException | IOException | RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failure =
                    new IllegalStateException("the project's classes and connections could not all be closed");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private void closeConnections() throws SQLException {
        if (dataSource != null) {
            dataSource.close();
        }
    }

    private void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @FunctionalInterface
    private interface Closing {
        void close() throws SQLException, IOException;
    }
}
