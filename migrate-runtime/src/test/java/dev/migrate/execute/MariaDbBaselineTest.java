package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.Problem;
import dev.migrate.testing.MariaDbServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbBaselineTest extends BaselineContract {

    @Override
    DataSource fresh() throws SQLException {
        return MariaDbServer.shared().createSchema().dataSource();
    }

    @Override
    List<String> schema() {
        return List.of(
                "CREATE TABLE users (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, email VARCHAR(320) DEFAULT 'none'"
                        + " NOT NULL UNIQUE, bio TEXT, INDEX by_bio (bio(20))) COMMENT 'who may log in'",
                "CREATE TABLE orders (id CHAR(36) PRIMARY KEY, user_id BIGINT UNSIGNED NOT NULL, state ENUM('new', 'paid'),"
                        + " made TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),"
                        + " CONSTRAINT of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE)",
                "INSERT INTO users (email) VALUES ('a'), ('b')",
                "CREATE VIEW mails AS SELECT email FROM users",
                "CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW SET NEW.bio = 'x'");
    }

    @Test
    void tablesThatNoMigrationMakesAreSaidAtOnceWithHowToLeaveThemOut() throws SQLException {
        DataSource old = fresh();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE logs (made DATE) PARTITION BY HASH (YEAR(made)) PARTITIONS 2");
            statement.execute("CREATE TABLE users (id BIGINT PRIMARY KEY)");
            statement.execute("CREATE TABLE old_logs (made DATE) PARTITION BY HASH (YEAR(made)) PARTITIONS 2");
        }

        Problem problem = problemOf(() -> baseline(old));

        assertThat(problem.what()).contains("table logs", "table old_logs");
        assertThat(problem.next().orElseThrow())
                .isEqualTo(
                        "leave them out of the baseline with -Dmigrate.excludeTables=\"logs,old_logs\", and put their"
                                + " CREATE TABLE statements, as the database shows them, into op.execute(\"…\")");
    }
}
