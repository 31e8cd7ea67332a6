package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.TestHistory.history;

import dev.migrate.Operations;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What another process does that upgrades a database, and stops in the middle of a step until it is told to go on. */
final class SqliteChild {

    private SqliteChild() {}

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

    static ChildJvm start(Path database) throws IOException {
        return ChildJvm.start(SqliteChild.class, database.toString());
    }

    /** One that does the backfill of orders, and stops behind a statement of that number. */
    static ChildJvm backfilling(Path database, int statement) throws IOException {
        return ChildJvm.start(SqliteChild.class, database.toString(), String.valueOf(statement));
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) {
        DataSource database = SqliteMigratorTest.sqlite(arguments[0]);
        if (arguments.length > 1) {
            DataSource stopping = new WatchedDataSource(database)
                    .when(Moment.AFTER, Integer.parseInt(arguments[1]), ChildJvm::stopInTheMiddle);
            migrator(BackfillContract.orders(b -> b.key("id")), stopping).upgrade("head");
        } else {
            TestHistory history = steps(op -> op.run("stop", 1, ctx -> ChildJvm.stopInTheMiddle()));
            migrator(history, database, config().lockTimeout(Duration.ofSeconds(60)))
                    .upgrade("head");
        }
    }
}
