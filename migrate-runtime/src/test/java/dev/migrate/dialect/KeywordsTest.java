package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.h2.util.ParserUtil;
import org.junit.jupiter.api.Test;

/** No word that a server refuses as a bare name is written bare. */
class KeywordsTest {

    /** From the table of SQLite's own scanner, {@code tool/mkkeywordhash.c}. */
    private static final List<String> SQLITE_WORDS = List.of("""
            abort action add after all alter always analyze and any as asc attach autoincrement before begin between by
            cascade case cast check collate column columnkw commit conflict constraint create cross ctime_kw current
            current_date current_time current_timestamp database default deferrable deferred delete desc detach
            distinct do drop each else end escape except exclude exclusive exists explain fail filter first following
            for foreign from full generated glob group groups having if ignore immediate in index indexed initially
            inner insert instead intersect into is isnull join key last left like limit match materialized natural no
            not nothing notnull null nulls of offset on or order others outer over partition plan pragma preceding
            primary query raise range recursive references regexp reindex release rename replace restrict returning
            right rollback row rows savepoint select set table temp temporary then ties to transaction trigger
            unbounded union unique update using vacuum values view virtual when where window with within without
            true false
            """.strip().split("\\s+"));

    @Test
    void h2RefusesNoWordThatIsWrittenBare() throws SQLException {
        TreeSet<String> words = new TreeSet<>();
        for (var field : ParserUtil.class.getFields()) {
            words.add(field.getName().toLowerCase(Locale.ROOT));
        }
        words.addAll(
                List.of("groups", "ilike", "over", "partition", "range", "regexp", "rows", "top", "sysdate", "both"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(refused(connection, words)).isEmpty();
        }
    }

    @Test
    void sqliteRefusesNoWordThatIsWrittenBare() throws SQLException {
        TreeSet<String> words = new TreeSet<>(List.of("sqlite", "rowid", "oid", "strict", "stored", "end", "key"));
        words.addAll(SQLITE_WORDS);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(refused(connection, words)).isEmpty();
        }
    }

    @Test
    void mariaDbRefusesNoWordThatIsWrittenBare() throws SQLException {
        try (Connection connection = MariaDbServer.shared().createSchema().connect()) {
            TreeSet<String> words = new TreeSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT LOWER(WORD) FROM information_schema.KEYWORDS")) {
                while (row.next()) {
                    words.add(row.getString(1));
                }
            }
            assertThat(words).hasSizeGreaterThan(600);
            assertThat(refused(connection, words)).isEmpty();
        }
    }

    @Test
    void postgreSqlRefusesNoWordThatIsWrittenBare() throws SQLException {
        try (Connection connection = PostgreSqlServer.shared().createSchema().connect()) {
            TreeSet<String> words = new TreeSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT word FROM pg_get_keywords()")) {
                while (row.next()) {
                    words.add(row.getString(1));
                }
            }
            assertThat(words).hasSizeGreaterThan(400);
            assertThat(refused(connection, words)).isEmpty();
        }
    }

    /** Tries each word as a table, a column, an index and an alias. */
    static List<String> refused(Connection connection, Iterable<String> words) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        List<String> refused = new ArrayList<>();
        for (String word : words) {
            String name = dialect.sqlName(word);
            if (name.equals(word)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE " + name + " (" + name + " INT, CONSTRAINT " + name + " CHECK ("
                            + name + " > 0))");
                    statement.execute("INSERT INTO " + name + " (" + name + ") VALUES (1)");
                    statement.execute("UPDATE " + name + " SET " + name + " = " + name + " + 1 WHERE " + name + " > 0");
                    statement.execute("SELECT " + name + " FROM " + name + " ORDER BY " + name);
                    statement.execute("DELETE FROM " + name);
                    statement.execute("DROP TABLE " + name);
                } catch (SQLException e) {
                    refused.add(word + ": " + e.getMessage());
                }
            }
        }
        return refused;
    }
}
