package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgreSqlScratchDatabaseTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql:shop, jdbc:postgresql:x",
        "jdbc:postgresql:/, jdbc:postgresql:x",
        "jdbc:postgresql://db, jdbc:postgresql://db/x",
        "jdbc:postgresql://db/, jdbc:postgresql://db/x",
        "jdbc:postgresql://db:5433/shop, jdbc:postgresql://db:5433/x",
        "'jdbc:postgresql://a:1,b:2/shop?ssl=true&currentSchema=s', 'jdbc:postgresql://a:1,b:2/x?ssl=true&currentSchema=s'",
        "jdbc:postgresql://[::1]:5432/shop, jdbc:postgresql://[::1]:5432/x"
    })
    void theUrlOfAnotherDatabaseOfTheServerDiffersInItsNameOnly(String url, String other) throws SQLException {
        assertThat(PostgreSqlScratchDatabase.url(url, "x")).isEqualTo(other);
    }

    @Test
    void aUrlOfAWrapperIsNotGuessed() {
        assertThatThrownBy(() -> PostgreSqlScratchDatabase.url("jdbc:wrapper:postgresql://db/shop", "x"))
                .isInstanceOf(SQLException.class)
                .hasMessage("how another database is named in this url is not known");
    }
}
