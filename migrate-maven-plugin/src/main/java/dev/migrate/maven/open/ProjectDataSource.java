package dev.migrate.maven.open;

import dev.migrate.config.ConnectionSettings;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;

/**
 * The connections of one run: one that works and one that holds the lock, or tries out a model; and one to clear up with when
 * Maven is told to end while these are busy. It says in words why it has none to give.
 */
final class ProjectDataSource extends BasicDataSource {

    private static final int WORK_AND_LOCK = 2;
    private static final int AT_EXIT = 1;

    private final ConnectionSettings connection;

    ProjectDataSource(ConnectionSettings connection, Driver driver, ClassLoader project) {
        this.connection = connection;
        // The instance, not its class name: DriverManager refuses drivers of a child loader.
        setDriver(driver);
        setDriverClassLoader(project);
        setUrl(connection.url().value());
        connection.username().ifPresent(user -> setUsername(user.value()));
        connection.password().ifPresent(password -> setPassword(password.value().reveal()));
        setMaxTotal(WORK_AND_LOCK + AT_EXIT);
        setMaxIdle(WORK_AND_LOCK);
        setMinIdle(0);
        setMaxWait(Duration.ofSeconds(30));
        setRegisterConnectionMBean(false);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLException e) {
            throw ConnectionFailure.of(connection, e);
        }
    }
}
