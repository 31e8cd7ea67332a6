package dev.migrate.maven.open;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Removes what drivers leave in the JVM: registrations with the JDK, and a thread of MySQL's. */
final class Leftovers {

    private static final String CLEANUP_THREAD = "mysql-cj-abandoned-connection-cleanup";
    private static final String CLEANUP_CLASS = "com.mysql.cj.jdbc.AbandonedConnectionCleanupThread";

    private final ProjectClassLoader project;
    private final ClassLoader plugin;
    private final Set<Driver> before = visibleDrivers();

    /** Remembers what is there already. */
    Leftovers(ProjectClassLoader project, ClassLoader plugin) {
        this.project = project;
        this.plugin = plugin;
    }

    void remove() throws SQLException {
        endCleanupThread(project);
        endCleanupThread(plugin);
        project.deregisterDrivers();
        for (Driver driver : visibleDrivers()) {
            if (!before.contains(driver)) {
                DriverManager.deregisterDriver(driver);
            }
        }
    }

    /** Those of the JDK and of the plugin; those of projects are not shown to us. */
    private static Set<Driver> visibleDrivers() {
        return new HashSet<>(Collections.list(DriverManager.getDrivers()));
    }

    /** The thread would hold its class loader for ever; it closes connections that nobody else does, and ours are closed. */
    private static void endCleanupThread(ClassLoader loader) {
        boolean runs = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(
                        thread -> thread.getName().equals(CLEANUP_THREAD) && thread.getContextClassLoader() == loader);
        if (runs) {
            try {
                Class.forName(CLEANUP_CLASS, true, loader)
                        .getMethod("uncheckedShutdown")
                        .invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Connector/J's cleanup thread cannot be ended", e);
            }
        }
    }
}
