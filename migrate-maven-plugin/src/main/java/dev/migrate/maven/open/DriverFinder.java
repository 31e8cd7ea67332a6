package dev.migrate.maven.open;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Redactor;
import dev.migrate.config.Resolved;
import dev.migrate.maven.embedded.EmbeddedDatabase;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the JDBC driver of a URL: the project's first, then one that the plugin brings. */
final class DriverFinder {

    private final ClassLoader project;
    private final ClassLoader plugin;
    private final List<Throwable> unusable = new ArrayList<>();

    DriverFinder(ClassLoader project, ClassLoader plugin) {
        this.project = project;
        this.plugin = plugin;
    }

    Driver find(ConnectionSettings connection) {
        String url = connection.url().value();
        EmbeddedDatabase.of(connection.url()).ifPresent(embedded -> {
            throw new MigrateException(embedded.refusal(connection.url().place()));
        });
        if (!url.startsWith("jdbc:")) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_URL,
                            "\"" + connection.shownUrl() + "\" is no JDBC URL: those begin with jdbc:")
                    .at(connection.url().place())
                    .next("write it as jdbc:mysql://localhost:3306/shop or jdbc:h2:file:./shop is written"));
        }
        Optional<Driver> driver = connection.driver().isPresent()
                ? named(connection.driver().get())
                : discovered(project, url).or(() -> discovered(plugin, url));
        if (driver.isEmpty()) {
            MigrateException missing = new MigrateException(MissingDriver.problem(connection));
            unusable.forEach(missing::addSuppressed);
            throw missing;
        }
        requireAccepts(driver.get(), connection);
        return driver.get();
    }

    /** The driver of a url that no settings stand behind. */
    Driver find(String url) {
        return discovered(project, url).or(() -> discovered(plugin, url)).orElseThrow(() -> {
            MigrateException missing = new MigrateException(MissingDriver.problem(url));
            unusable.forEach(missing::addSuppressed);
            return missing;
        });
    }

    private Optional<Driver> named(Resolved<String> className) {
        for (ClassLoader loader : List.of(project, plugin)) {
            try {
                return Optional.of(Class.forName(className.value(), true, loader)
                        .asSubclass(Driver.class)
                        .getDeclaredConstructor()
                        .newInstance());
            } catch (ClassNotFoundException e) {
                unusable.add(e);
            } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
                throw new MigrateException(
                        Problem.of(ProblemCode.NO_DRIVER, className.value() + " cannot be used as a JDBC driver: " + e)
                                .at(className.place())
                                .next("leave migrate.driver out: the driver is found by the url"),
                        e);
            }
        }
        return Optional.empty();
    }

    /** Drivers that cannot be loaded do not stand in the way of others; they are told when none is found. */
    private Optional<Driver> discovered(ClassLoader loader, String url) {
        Iterator<ServiceLoader.Provider<Driver>> providers =
                ServiceLoader.load(Driver.class, loader).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = providers.next().get();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | LinkageError | SQLException e) {
                unusable.add(e);
            }
        }
    }

    private static void requireAccepts(Driver driver, ConnectionSettings connection) {
        try {
            if (!driver.acceptsURL(connection.url().value())) {
                throw new MigrateException(Problem.of(
                                ProblemCode.NO_DRIVER,
                                "the driver " + driver.getClass().getName() + " does not understand "
                                        + connection.shownUrl())
                        .at(connection.driver().map(Resolved::place).orElse(""))
                        .next("leave migrate.driver out: the driver is found by the url"));
            }
        } catch (SQLException e) {
            Redactor redactor = connection.redactor();
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.BAD_URL,
                                    "the driver cannot read " + connection.shownUrl() + ": "
                                            + redactor.redact(String.valueOf(e.getMessage())))
                            .at(connection.url().place()),
                    redactor.redact(e));
        }
    }
}
