package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Bytes;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.PostgreSqlServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row that was written with literals is the row that was written with bound values, whatever the session is set to. */
class LiteralsTest {

    private static final List<String> TEXTS = List.of(
            "plain",
            "it's; \"double\" `tick` -- no # comment /* */ ?",
            "back\\slash \\' \\n \\",
            "line\nbreak\r\nand\ttab",
            "gr\u00fc\u00dfe \ud83c\udf89",
            "\u001a \b \u0001",
            "$$ $a$ :name @var %s {d '2020'}",
            "");

    private static final List<Object> OTHERS = Arrays.asList(
            new BigDecimal("-12345.67"),
            true,
            LocalDate.of(2024, 2, 29),
            LocalTime.of(23, 59, 58),
            LocalDateTime.of(2026, 4, 10, 8, 30, 0, 250_000_000),
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
            new Bytes(new byte[] {0, '\'', '\\', -1, '\n', 26}));

    private static void same(Connection connection, String types, List<String> texts) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE literals (way VARCHAR(10), id INT, t VARCHAR(200), " + types + ")");
        }
        String insert = "INSERT INTO literals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        for (int i = 0; i < texts.size(); i++) {
            for (String way : List.of("bound", "literal")) {
                List<@Nullable Object> row = new ArrayList<>(List.of(way, (long) i, texts.get(i)));
                OTHERS.forEach(value -> row.add(dialect.bindable(value)));
                if (i == 1) {
                    row.replaceAll(value -> row.indexOf(value) > 2 ? null : value);
                }
                send(connection, dialect, new SqlStatement(insert, row, SqlStatement.Kind.DATA), way.equals("bound"));
            }
        }

        assertThat(rows(connection, "literal"))
                .isEqualTo(rows(connection, "bound"))
                .hasSize(texts.size());
        assertThat(texts(connection)).isEqualTo(texts);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE literals");
        }
    }

    private static void send(Connection connection, Dialect dialect, SqlStatement sql, boolean bound)
            throws SQLException {
        if (!bound) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql.withLiterals(dialect).sql());
            }
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            for (int i = 0; i < sql.arguments().size(); i++) {
                dialect.bind(statement, i + 1, sql.arguments().get(i));
            }
            statement.execute();
        }
    }

    private static List<List<String>> rows(Connection connection, String way) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT * FROM literals WHERE way = '" + way + "' ORDER BY id")) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    row.add(value instanceof byte[] bytes ? new Bytes(bytes).toString() : String.valueOf(value));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> texts(Connection connection) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT t FROM literals WHERE way = 'literal' ORDER BY id")) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    private static List<String> withNul() {
        List<String> texts = new ArrayList<>(TEXTS);
        texts.add("a\0b");
        return texts;
    }

    @Test
    void onH2() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:literals")) {
            same(
                    connection,
                    "n DECIMAL(20,2), b BOOLEAN, d DATE, tm TIME, ts TIMESTAMP, u UUID, bin VARBINARY(50)",
                    withNul());
        }
    }

    @Test
    void onMariaDbInEveryModeThatChangesStrings() throws SQLException {
        try (Connection connection =
                MariaDbServer.shared().createSchema().dataSource().getConnection()) {
            for (String mode :
                    List.of("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET sql_mode = '" + mode + "'");
                }
                same(
                        connection,
                        "n DECIMAL(20,2), b BOOLEAN, d DATE, tm TIME, ts DATETIME(6), u UUID, bin VARBINARY(50)",
                        withNul());
            }
        }
    }

    @Test
    void onPostgreSqlWithAndWithoutConformingStrings() throws SQLException {
        try (Connection connection = PostgreSqlServer.shared().createSchema().connect()) {
            for (String conforming : List.of("on", "off")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET standard_conforming_strings = " + conforming);
                }
                same(connection, "n DECIMAL(20,2), b BOOLEAN, d DATE, tm TIME, ts TIMESTAMP, u UUID, bin BYTEA", TEXTS);
            }
        }
    }

    @Test
    void onSqlite() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            same(connection, "n NUMERIC, b BOOLEAN, d TEXT, tm TEXT, ts TEXT, u TEXT, bin BLOB", withNul());
        }
    }
}
