package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes of MariaDB in which a definition or a value would become another one. */
class MySqlRefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "ORACLE, DATE means DATETIME",
        "MAXDB, TIMESTAMP means DATETIME",
        "EMPTY_STRING_IS_NULL, an empty text is written as NULL"
    })
    void aModeThatChangesWhatIsWrittenIsRefused(String mode, String why) throws SQLException {
        TestSchema schema = MariaDbServer.shared().createSchema();
        try (Connection connection =
                schema.dataSource(false, "sql_mode='" + mode + "'").getConnection()) {
            assertThatThrownBy(() -> Dialects.of(connection)).isInstanceOfSatisfying(MigrateException.class, e -> {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
                assertThat(e.problem().what()).isEqualTo("the session's sql_mode has " + mode + ", in which " + why);
                assertThat(e.problem().next()).isPresent();
            });
        }
    }
}
