package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TouchedTablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "CREATE TABLE users (id int)                                            | users",
                "create table if not exists Users as select 1                           | Users users",
                "ALTER TABLE shop.users ADD COLUMN phone text                           | users shop.users",
                "ALTER TABLE ONLY users ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES b ON DELETE CASCADE | users",
                "ALTER TABLE größe ADD COLUMN a int                                      | größe",
                "DROP TABLE IF EXISTS users                                             | users",
                "CREATE UNIQUE INDEX CONCURRENTLY ix ON users (lower(email))            | users",
                "CREATE INDEX ON users (email)                                          | users",
                "DROP INDEX ix ON `users`                                               | users",
                "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON users FOR EACH ROW SET x=1 | users",
                "COMMENT ON TABLE users IS 'people'                                     | users",
                "/* why */ TRUNCATE users CASCADE                                       | §§",
                "GRANT SELECT ON users TO app                                           | §§",
                "SET @word = 'it''s; \\\\ x'                                              | §§",
                "set @number := -5                                                      | §§",
                "CREATE OR REPLACE FUNCTION f() RETURNS int AS $$ DROP TABLE x $$       | §§"
            })
    void whatAStatementNamesFirstIsWhatItTouches(String sql, String tables) {
        assertThat(touched(sql)).isEqualTo(tables);
    }

    @Test
    void aQuotedNameIsWhatStandsBetweenItsQuotes() {
        assertThat(touched("-- why\n CREATE TABLE \"Odd \"\"name\" (id int)")).isEqualTo("Odd \"name odd \"name");
    }

    private static String touched(String sql) {
        return TouchedTables.of(sql).orElseThrow().stream()
                .map(table -> table.schema().map(schema -> schema + ".").orElse("") + table.name())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE users CASCADE",
                "DROP TABLE users, teams",
                "SET @word = changed()",
                "SET @word = 'x', sql_mode = 'ANSI_QUOTES'",
                "SET @@sql_mode = 'ANSI_QUOTES'",
                "ALTER TABLE users RENAME TO people",
                "ALTER TABLE users CHANGE a b int",
                "ALTER TABLE users EXCHANGE PARTITION p WITH TABLE other",
                "DROP INDEX ix",
                "DROP TRIGGER t",
                "CREATE VIEW v AS SELECT 1",
                "ALTER TABLE server.shop.users ADD COLUMN a int",
                "CALL magic()",
                "DO $$ BEGIN EXECUTE 'DROP TABLE x'; END $$",
                "SET search_path = other",
                "/*!40101 CREATE TABLE users (id int) */",
                "CREATE EXTENSION citext",
                ""
            })
    void whatMayReachFurtherTouchesAnything(String sql) {
        assertThat(TouchedTables.of(sql)).isEmpty();
    }
}
