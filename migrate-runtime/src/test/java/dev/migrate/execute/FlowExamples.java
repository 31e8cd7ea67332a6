package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Database;
import dev.migrate.Operations;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What a migration can do beside changing a schema. Each of these leaves one team, whose number is 1 and whose name is red. */
public final class FlowExamples {

    private static final Consumer<Operations> INSERT =
            o -> o.insert("teams", r -> r.columns("id", "name").row(1, "red"));

    private static final Consumer<Operations> RENAMES_BLUE =
            o -> o.update("teams", u -> u.set("name", "red").where("name = 'blue'"));

    private static final Map<String, Consumer<Operations>> EXAMPLES = examples();

    private FlowExamples() {}

    /** What there is, by the names of the methods. */
    public static Set<String> names() {
        return EXAMPLES.keySet();
    }

    /** Runs one in a migration, and looks what came of it. */
    public static void run(String name, DataSource dataSource) throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> op.createTable("teams", t -> {
                            t.bigint("id").primaryKey();
                            t.varchar("name", 40);
                        }),
                        NOTHING)
                .revision("b2", "a1", EXAMPLES.get(name), NOTHING);

        MigratorContract.migrator(history, dataSource).upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT id, name FROM teams")).containsExactly("1 red");
        assertThat(Asked.rows(dataSource, "SELECT version_num FROM migrate_version"))
                .containsExactly("b2");
    }

    private static Map<String, Consumer<Operations>> examples() {
        Map<String, Consumer<Operations>> examples = new LinkedHashMap<>();
        examples.put(
                "atomically",
                op -> op.atomically(o -> {
                    o.execute("INSERT INTO teams (id, name) VALUES (?, ?)", 1, "blue");
                    RENAMES_BLUE.accept(o);
                }));
        examples.put("backfill", op -> {
            op.insert("teams", r -> r.columns("id", "name").row(1, "blue"));
            op.backfill("teams", b -> b.key("id").set("name = 'red'").where("name = 'blue'"));
        });
        examples.put(
                "decide",
                op -> op.decide("whether there is a team", (db, o) -> {
                    if (db.query("SELECT id FROM teams").isEmpty()) {
                        INSERT.accept(o);
                    }
                }));
        examples.put("execute", op -> op.execute("INSERT INTO teams (id, name) VALUES (?, ?)", 1, "red"));
        examples.put("onlyOn", op -> {
            for (Database each : Database.values()) { // more than one would be told by the key
                op.onlyOn(each, INSERT);
            }
        });
        examples.put("outsideTransaction", op -> {
            INSERT.accept(op);
            op.outsideTransaction(o -> o.createIndex("teams", i -> i.on("name")));
        });
        examples.put(
                "run",
                op -> op.run("insert a team", 1, context -> {
                    try (Statement statement = context.connection().createStatement()) {
                        statement.executeUpdate("INSERT INTO teams (id, name) VALUES (1, 'red')");
                    }
                }));
        examples.put("script", op -> op.script("db/teams.sql"));
        examples.put("verify", op -> {
            INSERT.accept(op);
            op.verify("there is one team", "SELECT count(*) FROM teams", 1);
        });
        return examples;
    }
}
