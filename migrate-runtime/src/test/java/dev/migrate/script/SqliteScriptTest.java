package dev.migrate.script;

import static dev.migrate.script.ScriptSyntax.SQLITE;
import static dev.migrate.script.Scripts.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.problem.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sqlite3} makes of a script. */
class SqliteScriptTest {

    @Test
    void fourKindsOfQuotesHideSemicolons() {
        assertThat(split(SQLITE, "SELECT ';', \";\", `;`, [;'], 'a''\\'; /* ; /* */ SELECT 2 -- ;"))
                .containsExactly("1 SELECT ';', \";\", `;`, [;'], 'a''\\'", "1 SELECT 2 -- ;");
    }

    @Test
    void aTriggerEndsAfterItsEnd() {
        String trigger = """
                CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN
                  UPDATE a SET b = CASE WHEN c THEN 1 ELSE 2 END;
                  DELETE FROM d; -- END;
                END""";

        assertThat(split(SQLITE, trigger + " ;\nCREATE TABLE \"trigger\" (x); SELECT 1"))
                .containsExactly("1 " + trigger, "5 CREATE TABLE \"trigger\" (x)", "5 SELECT 1");
    }

    @Test
    void theTransactionOfADumpVanishes() {
        assertThat(split(SQLITE, "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (a);\nCOMMIT;\n"))
                .containsExactly("1 PRAGMA foreign_keys=OFF", "3 CREATE TABLE t (a)");
    }

    @Test
    void commandsThatOnlyPrintArePassedOver() {
        assertThat(split(SQLITE, ".bail on\n.headers off\nSELECT 1;")).containsExactly("3 SELECT 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".read other.sql|\".read\" is a command",
                "SELECT [a|a name in brackets begins here",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;|a trigger without END; begins here",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END|",
            })
    void whatCannotRunIsNamedWithItsLine(String script, String words) {
        MigrateException refused =
                catchThrowableOfType(MigrateException.class, () -> split(SQLITE, "SELECT 0;\n" + script));

        if (words == null) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused.problem().text()).startsWith("[bad-script] ").contains(words, "db/test.sql:2");
        }
    }
}
