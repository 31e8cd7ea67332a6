package dev.migrate.dialect;

import static dev.migrate.dialect.DialectContract.keeps;
import static dev.migrate.dialect.DialectContract.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.MySqlSettings;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Operations do what they say whatever a session was told before, on the MariaDB at hand or the server that is given. */
class MySqlSettingsTest {

    private static final MySqlServer SERVER = MySqlServer.given().orElseGet(MariaDbServer::shared);

    @TestFactory
    Stream<DynamicTest> everyOperationWorksUnder() {
        return MySqlSettings.all(SERVER.product().equals("mariadb")).stream()
                .map(setting -> dynamicTest(setting, () -> worksUnder(SERVER, setting)));
    }

    /** MariaDB's driver sets IGNORE_SPACE by itself. */
    @Test
    void functionsThatGiveTablesTheirNamesAreQuoted() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = MariaDbServer.shared().createSchema().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT LOWER(FUNCTION) FROM information_schema.SQL_FUNCTIONS")) {
            while (row.next()) {
                words.add(row.getString(1));
            }
            assertThat(words).hasSizeGreaterThan(200);
            assertThat(KeywordsTest.refused(connection, words)).isEmpty();
        }
    }

    private static void worksUnder(MySqlServer server, String setting) throws SQLException {
        // One driver for one half of the settings: IGNORE_SPACE is what MariaDB's driver sets by itself.
        boolean connectorJ = setting.hashCode() % 2 == 0;
        TestSchema schema = server.createSchema();
        try (Connection connection = schema.dataSource(connectorJ, setting).getConnection()) {
            everyOperationWorks(LiveSchema.of(connection), operation -> true);
        } finally {
            schema.drop();
        }
    }

    static void everyOperationWorks(LiveSchema live, Predicate<Operation> wanted) throws SQLException {
        for (Table table : OneOfEach.IN_ORDER) {
            live.run(new CreateTable(DialectContract.supported(live.dialect(), table)));
        }
        for (Map.Entry<String, Operation> example : OneOfEach.examples().entrySet()) {
            if (example.getValue() instanceof TableOperation
                    && wanted.test(example.getValue())
                    && !isLacking(example, live)) {
                try {
                    live.runAndUndo(example.getValue());
                } catch (MigrateException e) {
                    assertThat(e.problem().code()).as(example.getKey()).isEqualTo(ProblemCode.UNSUPPORTED);
                } catch (SQLException | AssertionError e) {
                    throw new AssertionError(example.getKey() + ": " + e.getMessage(), e);
                }
            }
        }
        DialectContract.takesTheName(live, "it's \"odd\" `to` \\ name %s");
        keeps(live, new ColumnType.VarChar(60), text("it's \"quoted\" \\ and `ticked`"));
        live.run(new DropTable(TableName.parse("things")));
        keeps(live, new ColumnType.Timestamp(6), new DefaultValue.Now());
    }

    /** Whether there is no table without a primary key afterwards. */
    static boolean keepsItsPrimaryKey(Operation operation) {
        return operation.applyTo(OneOfEach.BEFORE).tables().stream()
                .allMatch(table -> table.primaryKey().isPresent());
    }

    /** MySQL 5.7 forgets checks, so that there is none to drop or rename. */
    private static boolean isLacking(Map.Entry<String, Operation> example, LiveSchema live) {
        return example.getKey().matches("(drop|rename)Constraint check.*")
                && live.model().table(OneOfEach.USERS).checks().isEmpty();
    }
}
