package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.TestHistory.history;

import dev.migrate.Operations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Another process that upgrades a database, and stops in the middle of a step until it is told to go on. */
final class SqliteChild implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private SqliteChild(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A history with a step that does what is given after it has changed a lot. */
    static TestHistory steps(Consumer<Operations> inTheMiddle) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> {
                                t.bigint("id").identity().primaryKey();
                                t.varchar("name", 20);
                            });
                            op.insert(
                                    "people", r -> r.columns("name").row("ann").row("bob"));
                        },
                        NOTHING)
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.alterColumn("people", "name", c -> c.notNull());
                            op.insert("people", r -> r.columns("name").row("eve"));
                            inTheMiddle.accept(op);
                            op.addCheck("people", "named", "name <> ''");
                        },
                        NOTHING);
    }

    static SqliteChild start(Path database) throws IOException {
        return new SqliteChild(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqliteChild.class.getName(),
                        database.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the child is in the middle of its step. */
    void awaitTheMiddle() throws IOException {
        String line = said.readLine();
        if (!"in the middle".equals(line)) {
            throw new IllegalStateException("the child said " + line);
        }
    }

    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits until the child is done. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) {
        TestHistory history = steps(op -> op.run("stop", 1, ctx -> {
            System.out.println("in the middle");
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody is there any more");
            }
        }));
        migrator(history, SqliteMigratorTest.sqlite(arguments[0]), config().lockTimeout(Duration.ofSeconds(60)))
                .upgrade("head");
    }
}
