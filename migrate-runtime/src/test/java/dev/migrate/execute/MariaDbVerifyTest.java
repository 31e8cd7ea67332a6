package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.problem.Problem;
import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An account with a database of its own, which may make others besides. */
class MariaDbVerifyTest extends ServerVerifyContract {

    private TestSchema schema;

    MySqlServer server() throws SQLException {
        return MariaDbServer.shared();
    }

    @Override
    DataSource fresh() throws SQLException {
        schema = server().createSchema();
        server().grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema.dataSource();
    }

    @Override
    String url() {
        return schema.jdbcUrl();
    }

    @Override
    Account account() {
        return schema.owner();
    }

    @Override
    List<String> warningsOfAnotherAccount() throws SQLException {
        TestSchema other = server().createSchema();
        server().grant("ALL PRIVILEGES ON `migrate\\_%`.*", other.owner());
        return warnings(other.dataSource(), other.jdbcUrl(), other.owner());
    }

    @Override
    void loseTheSessionThatMadeTheScratch() throws SQLException {
        String oldest = Asked.rows(real(), "SELECT MIN(ID) FROM information_schema.PROCESSLIST WHERE DB = DATABASE()")
                .get(0);
        Asked.run(real(), "KILL " + oldest);
    }

    @Test
    void whatNamesAnotherDatabaseIsRefusedBeforeItIsSent() throws SQLException {
        String own = schema.name();
        Asked.run(real(), "CREATE TABLE precious (id INTEGER)");
        TestHistory history = TestHistory.history()
                .revision("a1", "", op -> op.execute("DROP TABLE `" + own + "`.precious"), MigratorContract.NOTHING)
                .revision("b2", "", op -> op.createSchema("elsewhere"), op -> op.dropSchema("elsewhere"))
                .revision("c3", "", op -> op.createTable(own + ".t", t -> t.bigint("id")), MigratorContract.NOTHING)
                .revision(
                        "d4",
                        "",
                        op -> op.run("code", 1, context -> {
                            try (Statement statement = context.connection().createStatement()) {
                                statement.execute("DELETE FROM " + own + ".precious");
                            }
                        }),
                        MigratorContract.NOTHING);

        VerifyResult result =
                MigratorContract.migrator(history, real()).verify(place(), Optional.empty(), DiffPolicy.USUAL);

        assertThat(result.findings().stream().map(VerifyResult.Finding::className))
                .containsExactly("app.Ra1", "app.Rb2", "app.Rc3", "app.Rd4");
        assertThat(result.problems().get(0).what())
                .contains("it names " + own + ", another database of this server, which is not to be touched");
        assertThat(Asked.rows(real(), "SELECT COUNT(*) FROM precious")).containsExactly("0");
        assertThat(traces()).containsExactly("precious");
    }

    @Test
    void aDatabaseInProductionOnTheSameServerKeepsAllOthersFromBeingTried() throws SQLException {
        TestSchema production = server().createSchema();
        MigratorContract.migrator(
                        MigratorContract.SHOP,
                        production.dataSource(),
                        MigratorContract.config().environment("prod").production(true))
                .ensureVersion();
        server().grant("SELECT ON " + production.name() + ".*", schema.owner());

        Problem refused = MigratorContract.problemOf(() -> MigratorContract.migrator(MigratorContract.SHOP, real())
                .verify(place(), Optional.empty(), DiffPolicy.USUAL));

        assertThat(refused.what())
                .isEqualTo("on the same server, " + production.name()
                        + " says that it is in production: nothing is tried out there");
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(
                real(),
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'migrate\\_%' UNION ALL"
                        + " SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
    }
}
