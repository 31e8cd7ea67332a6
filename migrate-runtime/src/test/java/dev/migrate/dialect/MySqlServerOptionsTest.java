package dev.migrate.dialect;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What only a server of its own can be told. */
class MySqlServerOptionsTest {

    private static final MariaDbServer LOWER_CASE =
            MariaDbServer.startedWith("--lower-case-table-names=1", "--innodb-force-primary-key=1");

    @AfterAll
    static void stop() {
        LOWER_CASE.close();
    }

    @Test
    void everyOperationWorksWhereTablesNeedAPrimaryKeyAndNamesAreFolded() throws SQLException {
        TestSchema schema = LOWER_CASE.createSchema();
        try (Connection connection = schema.connect()) {
            LiveSchema live = LiveSchema.of(connection);

            MySqlSettingsTest.everyOperationWorks(live, MySqlSettingsTest::keepsItsPrimaryKey);
            DialectContract.takesTheName(live, "Mixed");
        }
    }
}
