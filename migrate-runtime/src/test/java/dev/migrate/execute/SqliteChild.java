package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.TestHistory.history;

import dev.migrate.Operations;
import dev.migrate.execute.WatchedDataSource.Moment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

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
        return started(database.toString());
    }

    /** One that does the backfill of orders, and stops behind a statement of that number. */
    static SqliteChild backfilling(Path database, int statement) throws IOException {
        return started(database.toString(), String.valueOf(statement));
    }

    private static SqliteChild started(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SqliteChild.class.getName()));
        command.addAll(List.of(arguments));
        return new SqliteChild(new ProcessBuilder(command)
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
        DataSource database = SqliteMigratorTest.sqlite(arguments[0]);
        if (arguments.length > 1) {
            DataSource stopping = new WatchedDataSource(database)
                    .when(Moment.AFTER, Integer.parseInt(arguments[1]), SqliteChild::stopInTheMiddle);
            migrator(BackfillContract.orders(b -> b.key("id")), stopping).upgrade("head");
        } else {
            TestHistory history = steps(op -> op.run("stop", 1, ctx -> stopInTheMiddle()));
            migrator(history, database, config().lockTimeout(Duration.ofSeconds(60)))
                    .upgrade("head");
        }
    }

    private static void stopInTheMiddle() throws IOException {
        System.out.println("in the middle");
        if (System.in.read() < 0) {
            throw new IllegalStateException("nobody is there any more");
        }
    }
}
