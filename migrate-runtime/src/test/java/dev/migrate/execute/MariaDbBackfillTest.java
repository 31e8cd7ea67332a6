package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialects;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.Client;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbBackfillTest extends BackfillContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return MariaDbServer.shared().createSchema().dataSource();
    }

    @Override
    boolean kill(String session) throws SQLException {
        if (!session.equals("0")) {
            MariaDbServer.shared().asAdmin("KILL " + session);
        }
        return true;
    }

    /** The driver calls them all true. */
    @Test
    void numbersInOneDigitAreNumbers() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("CREATE TABLE flags (shop INT, k TINYINT(1), met INT NOT NULL DEFAULT 0,"
                                    + " PRIMARY KEY (shop, k))");
                            op.execute(
                                    "INSERT INTO flags (shop, k) SELECT seq % 2, CAST(seq AS SIGNED) - 20 FROM seq_0_to_40");
                            op.backfill("flags", b -> b.set("met = met + 1").batch(3));
                        },
                        NOTHING);

        migrator(history, dataSource()).upgrade("head");

        assertThat(Asked.rows(dataSource(), "SELECT met, count(*) FROM flags GROUP BY met"))
                .containsExactly("1 41");
    }

    /** Their order is that of their numbers, and with a text they are compared as texts: rows would be left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET('z', 'b', 'a')",
                "ENUM('z', 'b', 'a')",
                "BIT(8)",
                "FLOAT UNSIGNED",
                "DOUBLE(10,2)",
                "FLOAT(7,3)"
            })
    void aKeyThatIsOrderedOtherwiseThanItIsComparedIsRefused(String type) throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> op.execute("CREATE TABLE marks (shop INT, k " + type
                                + " NOT NULL, met INT NOT NULL DEFAULT 0, PRIMARY KEY (shop, k))"),
                        NOTHING)
                .revision("b2", "a1", op -> op.backfill("marks", b -> b.set("met = met + 1")), NOTHING);

        Problem refused = problemOf(() -> migrator(history, dataSource()).upgrade("head"));

        assertThat(refused.code()).isEqualTo(ProblemCode.BAD_OPERATION);
        assertThat(refused.what()).contains("column marks.k is of type");
    }

    /** What a client of a script leaves that is killed behind the statement which changes all rows at once. */
    private DataSource killedScript(String engine) throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema schema = server.createSchema();
        Asked.run(schema.dataSource(), "CREATE TABLE log (entry INT) ENGINE=MyISAM");
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, schema.dataSource()).upgrade("a1");
        Asked.run(schema.dataSource(), "ALTER TABLE orders ENGINE=" + engine);
        String script = new OfflineMigrator(
                        Dialects.offline("mariadb:11.4"),
                        MigratorConfig.builder().build(),
                        GapPolicy.REFUSE,
                        history::indexed)
                .upgrade("a1:head")
                .text();
        int done = script.indexOf("SET state = 'done'", script.indexOf("UPDATE orders SET met"));
        List<String> client = List.of(
                server.program("mariadb"),
                "--no-defaults",
                "--protocol=TCP",
                "--host=127.0.0.1",
                "--skip-ssl",
                "--port=" + server.port(),
                "--user=" + schema.owner().username(),
                schema.name());
        new Client(client, Map.of("MYSQL_PWD", schema.owner().password()))
                .run(script.substring(0, script.lastIndexOf('\n', done) + 1));
        return schema.dataSource();
    }

    @Test
    void aScriptThatChangedATableWithTransactionsWasTakenBack() throws SQLException {
        DataSource killed = killedScript("InnoDB");

        migrator(orders(b -> b.key("id")), killed).upgrade("head");

        assertThat(Asked.rows(killed, "SELECT met, count(*) FROM orders GROUP BY met"))
                .containsExactly("1 97");
    }

    @Test
    void aScriptThatChangedATableWithoutTransactionsIsAskedAbout() throws SQLException {
        DataSource killed = killedScript("MyISAM");

        Problem doubt =
                problemOf(() -> migrator(orders(b -> b.key("id")), killed).upgrade("head"));
        migrator(orders(b -> b.key("id")), killed, config().resume(new StatementId("b2", 1), ResumeDecision.DONE))
                .upgrade("head");

        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(Asked.rows(killed, "SELECT met, count(*) FROM orders GROUP BY met"))
                .containsExactly("1 97");
    }
}
