package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** MariaDB's MODIFY forgets what it is not told: whatever a column has, a change of its comment leaves it alone. */
class AlteredColumnsTest {

    private static final TableName TABLE = TableName.parse("every_attribute");

    private static final String DEFINITION = """
            CREATE TABLE every_attribute (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'the ''key''',
              a_small MEDIUMINT(5) UNSIGNED ZEROFILL NOT NULL DEFAULT 7,
              touched TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
              seen TIMESTAMP NULL DEFAULT NULL,
              name VARCHAR(40) CHARACTER SET latin1 COLLATE latin1_german2_ci NOT NULL DEFAULT 'a\\\\b''c' COMMENT 'x\\\\y',
              mood ENUM('sad','it''s','a,b','b\\\\c','d\\\\\\\\e') CHARACTER SET latin1 NULL DEFAULT 'it''s',
              flags SET('a','b') NOT NULL DEFAULT 'a,b',
              bits BIT(4) NOT NULL DEFAULT b'0101',
              hidden INT INVISIBLE DEFAULT 3,
              doubled INT GENERATED ALWAYS AS (a_small * 2) VIRTUAL COMMENT 'twice',
              stored_name VARCHAR(41) COLLATE utf8mb4_bin GENERATED ALWAYS AS (concat(name, 'x')) STORED INVISIBLE,
              checked INT NULL DEFAULT 5 CHECK (checked > 0),
              js JSON NOT NULL DEFAULT '{}',
              uu UUID NOT NULL DEFAULT uuid(),
              place POINT NOT NULL DEFAULT (point(1, 2)),
              ip INET6 NULL,
              packed VARCHAR(100) COMPRESSED NULL,
              price DECIMAL(10,2) UNSIGNED NOT NULL DEFAULT 0.10,
              born YEAR NULL,
              PRIMARY KEY (id),
              CONSTRAINT all_positive CHECK (a_small >= 0)
            ) DEFAULT CHARSET = utf8mb4
            """;

    @Test
    void aChangedCommentLeavesEveryOtherAttributeAlone() throws SQLException {
        try (Connection connection = MariaDbServer.shared().createSchema().connect()) {
            Dialect dialect = Dialects.of(connection);
            LiveSchema.execute(connection, DEFINITION);
            for (Column column : read(dialect, connection).table(TABLE).columns()) {
                String before = definitionOf(connection);
                AlterColumn comment = commented(column.name(), new Change.Set<>("changed"));
                AlterColumn back = commented(column.name(), Change.to(column.comment()));

                run(dialect, connection, comment);
                assertThat(definitionOf(connection)).contains("COMMENT 'changed'");
                run(dialect, connection, back);

                assertThat(definitionOf(connection)).as(column.name()).isEqualTo(before);
            }
        }
    }

    @Test
    void aDroppedColumnComesBackInItsPlaceWithEveryAttribute() throws SQLException {
        try (Connection connection = MariaDbServer.shared().createSchema().connect()) {
            Dialect dialect = Dialects.of(connection);
            LiveSchema.execute(connection, DEFINITION);
            for (String column :
                    List.of("touched", "name", "mood", "flags", "bits", "hidden", "doubled", "js", "uu", "price")) {
                LiveSchema.execute(connection, "ALTER TABLE every_attribute DROP COLUMN IF EXISTS stored_name");
                SchemaModel before = read(dialect, connection);
                Operation drop = new DropColumn(TABLE, column);
                if (column.equals("doubled")) {
                    LiveSchema.execute(connection, "ALTER TABLE every_attribute DROP CONSTRAINT all_positive");
                    before = read(dialect, connection);
                }
                String definition = definitionOf(connection);

                run(dialect, connection, drop);
                run(dialect, connection, drop.inverse(before).orElseThrow());

                assertThat(definitionOf(connection)).as(column).isEqualTo(definition);
            }
        }
    }

    private static AlterColumn commented(String column, Change<String> comment) {
        return new AlterColumn(
                TABLE, column, Optional.empty(), Optional.empty(), new Change.Keep<>(), comment, Optional.empty());
    }

    private static SchemaModel read(Dialect dialect, Connection connection) throws SQLException {
        List<Table> tables = dialect.catalog().tables(connection, List.of(TABLE));
        return SchemaModel.of(tables);
    }

    private static void run(Dialect dialect, Connection connection, Operation operation) throws SQLException {
        for (SqlStatement statement : dialect.render(operation, read(dialect, connection))) {
            LiveSchema.execute(connection, statement.sql());
        }
    }

    private static String definitionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE every_attribute")) {
            row.next();
            return row.getString(2);
        }
    }
}
