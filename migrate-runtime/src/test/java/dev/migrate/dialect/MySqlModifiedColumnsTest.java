package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.ColumnWords;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code MODIFY} forgets what it is not told. Whatever columns a table has, a change of one part of one column leaves every
 * other part of every column as it was, as the server's own catalogue tells it, and so do the way back and the partitions.
 */
class MySqlModifiedColumnsTest {

    private static final MySqlServer SERVER = MySqlServer.given().orElseGet(MariaDbServer::shared);
    private static final TableName TABLE = TableName.parse("things");
    private static final int TABLES = Integer.getInteger("random.tables", 12);

    /** What a change of one part may show in the catalogue, beside the position, which is compared by itself. */
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "comment", Set.of("COLUMN_COMMENT"),
            "nullable", Set.of("IS_NULLABLE", "COLUMN_DEFAULT"),
            "invisible", Set.of("EXTRA"),
            "position", Set.of(),
            "default", Set.of("COLUMN_DEFAULT", "EXTRA"));

    @Test
    void aChangeOfOnePartLeavesEveryOtherPartAlone() throws SQLException {
        for (int seed = 1; seed <= TABLES; seed++) {
            Random random = new Random(seed);
            TestSchema schema = SERVER.createSchema();
            try (Connection connection = schema.connect()) {
                Dialect dialect = Dialects.of(connection);
                String definition = new RandomMySqlTable(random, SERVER, dialect.version()).definition();
                LiveSchema.execute(connection, definition);
                for (Column column : model(dialect, connection).table(TABLE).columns()) {
                    for (Map.Entry<String, ColumnWords> change :
                            changes(column, dialect).entrySet()) {
                        holds(dialect, connection, column, change.getKey(), change.getValue(), definition);
                    }
                }
            } finally {
                schema.drop();
            }
        }
    }

    /** What few tables have, or only one of the brands: it is kept as well. */
    private static final String EVERYWHERE = """
            CREATE TABLE things (
              id INT PRIMARY KEY,
              n INT NOT NULL DEFAULT 3,
              stored_latin VARCHAR(40) CHARACTER SET latin1 COLLATE latin1_german2_ci AS (concat(n, 'x')) STORED,
              ascii_when_read VARCHAR(40) CHARACTER SET ascii AS (concat(n, 'y')) VIRTUAL COMMENT 'it''s',
              touched TIMESTAMP(6) NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(6),
              touched_by_default DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
              touched_only DATETIME(3) NOT NULL ON UPDATE CURRENT_TIMESTAMP(3),
              seen TIMESTAMP NULL,
              since TIMESTAMP(2) NOT NULL DEFAULT '2001-02-03 04:05:06.78',
              z INT(5) UNSIGNED ZEROFILL DEFAULT 7,
              zz BIGINT UNSIGNED ZEROFILL NOT NULL,
              ratio DOUBLE(7,3) UNSIGNED DEFAULT 1.5,
              part FLOAT(7,3) NOT NULL DEFAULT 0,
              born YEAR DEFAULT 2001,
              day DATE DEFAULT '2001-02-03',
              span TIME(3) DEFAULT '-01:02:03.4',
              four BINARY(4) NOT NULL DEFAULT 'ab',
              no_bytes VARBINARY(4) NOT NULL DEFAULT '',
              word NATIONAL VARCHAR(9) DEFAULT 'ü',
              exact VARCHAR(9) BINARY NOT NULL DEFAULT '',
              nothing VARCHAR(9) NOT NULL,
              flags SET('a','b c') CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'a,b c',
              line LINESTRING,
              bits BIT(9) NOT NULL DEFAULT b'100000001'%s
            ) DEFAULT CHARSET = utf8mb4""";

    private static final String OF_MARIADB = """
            ,
              hidden INT INVISIBLE DEFAULT 3,
              packed TEXT COMPRESSED,
              packed_bytes VARBINARY(100) COMPRESSED NOT NULL DEFAULT 'ab',
              follows INT DEFAULT (n + 1),
              old_word INT AS (n + 1) PERSISTENT INVISIBLE,
              place4 INET4 DEFAULT '127.0.0.1',
              place INET6 NOT NULL DEFAULT '::1',
              key_of UUID NOT NULL DEFAULT uuid(),
              spot POINT REF_SYSTEM_ID = 4326,
              js JSON CHECK (json_length(js) < 9),
              long_text TEXT DEFAULT 'long',
              moment DATETIME DEFAULT (now() + INTERVAL 1 DAY),
              checked VARCHAR(9) CHARACTER SET latin1 DEFAULT 'a' CHECK (checked <> 'it''s')""";

    private static final String OF_MYSQL = """
            ,
              hidden INT DEFAULT 3 INVISIBLE,
              needed INT AS (n + 1) STORED NOT NULL,
              follows INT DEFAULT (n + 1) INVISIBLE,
              long_text TEXT DEFAULT ('long'),
              long_bytes MEDIUMBLOB DEFAULT ('l''ong'),
              not_secondary INT NOT SECONDARY DEFAULT 3,
              js JSON NOT NULL DEFAULT (JSON_OBJECT('a', 'it''s')),
              key_of BINARY(16) NOT NULL DEFAULT (UUID_TO_BIN(UUID())),
              moment DATETIME DEFAULT (NOW() + INTERVAL 1 DAY),
              spot POINT NOT NULL SRID 4326,
              anywhere GEOMETRY SRID 0""";

    @Test
    void attributesThatFewColumnsHaveAreKept() throws SQLException {
        TestSchema schema = SERVER.createSchema();
        try (Connection connection = schema.connect()) {
            Dialect dialect = Dialects.of(connection);
            boolean old = dialect.describe().startsWith("MySQL 5.7");
            String ofOne = dialect.name().equals("mariadb") ? OF_MARIADB : old ? "" : OF_MYSQL;
            String definition = EVERYWHERE.formatted(ofOne);
            LiveSchema.execute(connection, definition);
            for (Column column : model(dialect, connection).table(TABLE).columns()) {
                ColumnWords comment = AlterColumn.of(TABLE, column.name()).comment(new Change.Set<>("it's \\ changed"));
                holds(dialect, connection, column, "comment", comment, "all attributes");
            }
        } finally {
            schema.drop();
        }
    }

    /** MySQL has to be told all of them, in the statement that renames. */
    @ParameterizedTest
    @ValueSource(strings = {"n", "day"}) // a unit of time as well
    void whatNamesARenamedColumnIsKept(String column) throws SQLException {
        TestSchema schema = SERVER.createSchema();
        try (Connection connection = schema.connect()) {
            Dialect dialect = Dialects.of(connection);
            boolean old = dialect.describe().startsWith("MySQL 5.7");
            boolean ofMariaDb = dialect.name().equals("mariadb");
            LiveSchema.execute(connection, EVERYWHERE.formatted(ofMariaDb ? OF_MARIADB : old ? "" : OF_MYSQL));
            if (!old) {
                LiveSchema.execute(connection, "ALTER TABLE things ADD CONSTRAINT ck_things_n CHECK (n < id * 1000)");
            }
            if (!old && !ofMariaDb) {
                LiveSchema.execute(connection, "ALTER TABLE things ADD CONSTRAINT ck_idle CHECK (n < 9) NOT ENFORCED");
                LiveSchema.execute(connection, "CREATE INDEX ix_things_abs ON things (n, (abs(n)) DESC)");
            }
            SchemaModel said = model(dialect, connection);
            String before = made(connection);
            Map<String, Map<String, String>> rows = rows(connection);
            RenameColumn rename = new RenameColumn(TABLE, column, "m");

            run(dialect, connection, rename, said);

            SchemaModel renamed = model(dialect, connection);
            assertThat(dialect.normalized(renamed)).isEqualTo(dialect.normalized(dialect.after(rename, said)));

            run(dialect, connection, rename.inverse(said).orElseThrow(), renamed);

            assertThat(rows(connection)).isEqualTo(rows);
            assertThat(lines(made(connection))).isEqualTo(lines(before));
        } finally {
            schema.drop();
        }
    }

    @Test
    void aConditionThatTheServerMayHaveMangledIsNotSaidAnew() throws SQLException {
        TestSchema schema = SERVER.createSchema();
        try (Connection connection = schema.connect()) {
            Dialect dialect = Dialects.of(connection);
            assumeFalse(dialect.name().equals("mariadb"), "it renames by itself");
            assumeFalse(dialect.describe().startsWith("MySQL 5.7"), "it has no checks");
            LiveSchema.execute(
                    connection,
                    "CREATE TABLE things (id INT, mood VARCHAR(9), CONSTRAINT ck CHECK (mood <> '\uD83D\uDE42'))");

            assertThatThrownBy(
                            () -> dialect.render(new RenameColumn(TABLE, "mood", "humour"), model(dialect, connection)))
                    .hasMessageContaining("constraint ck of things");
        } finally {
            schema.drop();
        }
    }

    /** Keys and checks that came back stand behind the others. */
    private static List<String> lines(String made) {
        return made.replace(",\n", "\n").lines().sorted().toList();
    }

    private static void holds(
            Dialect dialect, Connection connection, Column column, String part, ColumnWords words, String definition)
            throws SQLException {
        String as = part + " of " + column.name() + " in\n" + definition;
        AlterColumn change = words.operation();
        SchemaModel said = model(dialect, connection);
        String before = made(connection);
        Map<String, Map<String, String>> rows = rows(connection);

        run(dialect, connection, change, said);

        Map<String, Map<String, String>> changed = rows(connection);
        Set<String> shown = new LinkedHashSet<>(SHOWN.get(part));
        shown.forEach(name -> rows.get(column.name()).remove(name));
        shown.forEach(name -> changed.get(column.name()).remove(name));
        assertThat(changed).as(as).isEqualTo(rows);
        assertThat(dialect.normalized(model(dialect, connection)))
                .as(as)
                .isEqualTo(dialect.normalized(change.applyTo(said)));

        run(dialect, connection, change.inverse(said).orElseThrow(), model(dialect, connection));

        assertThat(made(connection)).as(as).isEqualTo(before);
    }

    private static Map<String, ColumnWords> changes(Column column, Dialect dialect) {
        Map<String, ColumnWords> changes = new LinkedHashMap<>();
        changes.put("comment", AlterColumn.of(TABLE, column.name()).comment(new Change.Set<>("it's \\ changed")));
        changes.put("position", AlterColumn.of(TABLE, column.name()).position(ColumnPosition.FIRST));
        boolean plain = column.generated().isEmpty() && column.identity().isEmpty();
        boolean key = column.name().equals("id");
        // MariaDB gives a default by itself to compressed columns and to moments of updates that must have a value.
        boolean left = column.name().startsWith("packed") || column.onUpdate().isPresent();
        if (plain && !key && !left) {
            changes.put("nullable", AlterColumn.of(TABLE, column.name()).nullable(!column.nullable()));
        }
        boolean filled = column.nullable() || column.defaultValue().isPresent();
        if (!dialect.describe().startsWith("MySQL 5.7") && filled && !key) {
            changes.put("invisible", AlterColumn.of(TABLE, column.name()).invisible(!column.invisible()));
        }
        if (column.name().startsWith("text")) {
            changes.put(
                    "default",
                    AlterColumn.of(TABLE, column.name()).defaultValue(new Change.Set<>(new DefaultValue.Text("n'ew"))));
        }
        return changes;
    }

    private static SchemaModel model(Dialect dialect, Connection connection) throws SQLException {
        return SchemaModel.of(dialect.catalog().tables(connection, List.of(TABLE)));
    }

    private static void run(Dialect dialect, Connection connection, Operation operation, SchemaModel before)
            throws SQLException {
        List<SqlStatement> statements = new ArrayList<>(dialect.render(operation, before));
        for (SqlStatement statement : statements) {
            LiveSchema.execute(connection, statement.sql());
        }
    }

    /**
     * With everything that the server tells, partitions included. That somebody gave a column the character set and the
     * collation which its table has anyway, MySQL 9 remembers in these words alone: no catalogue tells whether they were
     * said, so that MODIFY can neither repeat them nor leave them out.
     */
    private static String made(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE things")) {
            row.next();
            String made = row.getString(2);
            String ofTable = LiveSchema.answer(
                    connection,
                    "SELECT TABLE_COLLATION FROM information_schema.TABLES"
                            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'things'");
            return made.replaceAll(
                    "(?: CHARACTER SET " + ofTable.replaceFirst("_.*", "") + ")? COLLATE " + ofTable + "\\b", "");
        }
    }

    /** The catalogue's own words, by column; without places. */
    private static Map<String, Map<String, String>> rows(Connection connection) throws SQLException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'things'")) {
            while (row.next()) {
                Map<String, String> words = new TreeMap<>();
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    words.put(
                            row.getMetaData().getColumnLabel(at),
                            Optional.ofNullable(row.getString(at)).orElse("-"));
                }
                words.remove("ORDINAL_POSITION");
                rows.put(row.getString("COLUMN_NAME"), words);
            }
        }
        return rows;
    }
}
