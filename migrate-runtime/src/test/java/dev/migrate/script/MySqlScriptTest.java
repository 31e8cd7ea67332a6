package dev.migrate.script;

import static dev.migrate.script.ScriptSyntax.MYSQL;
import static dev.migrate.script.Scripts.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.problem.MigrateException;
import dev.migrate.script.ScriptStatement.Effect;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code mysql} and {@code mariadb} make of a script. */
class MySqlScriptTest {

    private static String problem(String script) {
        return catchThrowableOfType(MigrateException.class, () -> split(MYSQL, script))
                .problem()
                .text();
    }

    @Test
    void semicolonsOutsideQuotesAndCommentsEndStatements() {
        assertThat(split(MYSQL, """
                        -- a comment; with a semicolon
                        SELECT 'a;b', "c;d", `e;f`; # another;
                        /* one
                           more; */ SELECT 1 /* inside; */ + 2
                        ;
                        SELECT 3"""))
                .containsExactly("2 SELECT 'a;b', \"c;d\", `e;f`", "4 SELECT 1 /* inside; */ + 2", "6 SELECT 3");
    }

    @Test
    void emptyStatementsAndCommentsVanish() {
        assertThat(split(MYSQL, "\uFEFF;; -- nothing\n/* nothing */;\n#nothing"))
                .isEmpty();
    }

    @Test
    void twoDashesAreACommentOnlyBeforeWhiteSpace() {
        assertThat(split(MYSQL, "SELECT 5--1; SELECT 5-- 1;\n;--\nSELECT 2"))
                .containsExactly("1 SELECT 5--1", "1 SELECT 5-- 1;", "3 SELECT 2");
    }

    @Test
    void aBackslashEscapesUnlessTheModeSaysOtherwise() {
        String script = "SELECT 'a\\'; b', \"c\\\"; d\"; SELECT 2";

        assertThat(split(MYSQL, script)).containsExactly("1 SELECT 'a\\'; b', \"c\\\"; d\"", "1 SELECT 2");
        assertThat(split(MYSQL.withBackslashEscapes(false), "SELECT 'a\\'; SELECT 2"))
                .containsExactly("1 SELECT 'a\\'", "1 SELECT 2");
        assertThat(split(MYSQL.withDoubleQuotedNames(true), "SELECT 1 AS \"a\\\"; SELECT '\\''"))
                .containsExactly("1 SELECT 1 AS \"a\\\"", "1 SELECT '\\''");
    }

    @Test
    void theModeThatTheScriptSetsCounts() {
        assertThat(split(MYSQL, """
                        SET @old = @@sql_mode, sql_mode = 'NO_BACKSLASH_ESCAPES';
                        SELECT 'a\\';
                        /*!50003 SET sql_mode = @old */ ;
                        SELECT 'a\\'; b'"""))
                .containsExactly(
                        "1 SET @old = @@sql_mode, sql_mode = 'NO_BACKSLASH_ESCAPES'",
                        "2 SELECT 'a\\'",
                        "3 /*!50003 SET sql_mode = @old */",
                        "4 SELECT 'a\\'; b'");
        assertThat(split(MYSQL.withBackslashEscapes(false), "SET SESSION sql_mode='';SELECT 'a\\'; b'"))
                .containsExactly("1 SET SESSION sql_mode=''", "1 SELECT 'a\\'; b'");
    }

    @Test
    void aDelimiterHoldsARoutineTogether() {
        assertThat(split(MYSQL, """
                        DELIMITER //
                        CREATE PROCEDURE p()
                        BEGIN
                          SELECT ';'; -- done //
                          SELECT 2;
                        END//
                        delimiter $$
                        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END$$ SELECT 1$$
                        DELIMITER ';'
                        SELECT 3;"""))
                .containsExactly(
                        "2 CREATE PROCEDURE p()\nBEGIN\n  SELECT ';'; -- done //\n  SELECT 2;\nEND",
                        "8 CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END",
                        "8 SELECT 1",
                        "10 SELECT 3");
    }

    @Test
    void aNewDelimiterEndsWhatStandsBeforeIt() {
        assertThat(split(MYSQL, "DELIMITER //\nSELECT 1;\nSELECT 2\nDELIMITER ;\nSELECT 3"))
                .containsExactly("2 SELECT 1;\nSELECT 2", "5 SELECT 3");
    }

    @Test
    void aColumnMayBeCalledDelimiter() {
        assertThat(split(MYSQL, "CREATE TABLE t (a int,\n  delimiter varchar(5)\n);"))
                .containsExactly("1 CREATE TABLE t (a int,\n  delimiter varchar(5)\n)");
    }

    @Test
    void versionedCommentsAreStatements() {
        assertThat(split(MYSQL, """
                        /*M!999999\\- enable the sandbox mode */
                        /*!40101 SET NAMES utf8mb4 */;
                        /*M!100400 SELECT 'x;' /* inner; */ */;
                        /*!50003 CREATE*/ /*!50017 DEFINER=a*/ /*!50003 VIEW v AS SELECT 1*/;"""))
                .containsExactly(
                        "2 /*!40101 SET NAMES utf8mb4 */",
                        "3 /*M!100400 SELECT 'x;' /* inner; */ */",
                        "4 /*!50003 CREATE*/ /*!50017 DEFINER=a*/ /*!50003 VIEW v AS SELECT 1*/");
    }

    @Test
    void aVersionedCommentThatAStatementEndsInIsAProblem() {
        assertThat(problem("\n/*!50003 CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END */;"))
                .isEqualTo("""
                        [bad-script] a versioned comment begins here, and a statement ends inside it
                          where: db/test.sql:2
                          next:  put another DELIMITER around the statement""");
    }

    @Test
    void theCommandGoEndsAStatement() {
        assertThat(split(MYSQL, "SELECT 1\\G\nSELECT 2 \\g SELECT 3"))
                .containsExactly("1 SELECT 1", "2 SELECT 2", "2 SELECT 3");
    }

    @Test
    void commandsThatOnlyPrintArePassedOver() {
        assertThat(split(MYSQL, "warnings\ntee log.txt\nSELECT 1;")).containsExactly("3 SELECT 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source other.sql|\"source\" is a command",
                "system ls|\"system\" is a command",
                "SELECT 1 \\! ls|\"\\!\" is a command",
                "SELECT 'a|a string begins here and does not end",
                "SELECT \"a|a string in double quotes begins here",
                "SELECT `a|a name in backquotes begins here",
                "SELECT 1 /* a|a comment begins here",
                "/*!40101 SELECT 1|a versioned comment begins here",
                "DELIMITER|DELIMITER names no delimiter",
                "DELIMITER \\\\|a delimiter cannot hold a backslash",
                "ROLLBACK|\"rollback\" reaches into the transaction",
                "START TRANSACTION READ ONLY|reaches into the transaction",
                "XA START 'x'|reaches into the transaction",
                "SET autocommit = 0, foreign_key_checks = 0|reaches into the transaction",
            })
    void whatCannotRunIsNamedWithItsLine(String script, String words) {
        assertThat(problem("SELECT 0;\n" + script)).startsWith("[bad-script] ").contains(words, "db/test.sql:2");
    }

    @Test
    void aStatementWithoutItsDelimiterIsNamedWithBothLines() {
        assertThat(problem("DELIMITER //\n\nCREATE PROCEDURE p() SELECT 1;")).isEqualTo("""
                        [bad-script] a statement begins here and does not end with the delimiter // of line 1
                          where: db/test.sql:3
                          next:  end it with //""");
    }

    @Test
    void plainTransactionControlVanishes() {
        assertThat(split(
                        MYSQL,
                        "SET autocommit=0; SET @@SESSION.autocommit = ON; START TRANSACTION; BEGIN; INSERT INTO t VALUES (1);"
                                + " COMMIT WORK; COMMIT; SAVEPOINT a; ROLLBACK TO a"))
                .containsExactly("1 INSERT INTO t VALUES (1)", "1 SAVEPOINT a", "1 ROLLBACK TO a");
    }

    @Test
    void carriageReturnsStayWhereTheyAre() {
        assertThat(split(MYSQL, "SELECT 'a\r\nb'\r\n, 2;\r\nSELECT 3;\r\n"))
                .containsExactly("1 SELECT 'a\r\nb'\r\n, 2", "4 SELECT 3");
    }

    @Test
    void theFirstWordsTellTheEffect() {
        List<Effect> effects = Scripts.statements(MYSQL, """
                        /* why */ INSERT INTO t VALUES (1);
                        WITH x AS (SELECT 1) SELECT * FROM x;
                        /*!40101 SET NAMES utf8 */;
                        USE shop;
                        SET GLOBAL x = 1;
                        LOCK TABLES `t` WRITE;
                        UNLOCK TABLES;
                        /*!40000 ALTER TABLE `t` DISABLE KEYS */;
                        CALL p()""").stream()
                .map(ScriptStatement::effect)
                .toList();

        assertThat(effects)
                .containsExactly(
                        Effect.ROWS,
                        Effect.ROWS,
                        Effect.SESSION,
                        Effect.SESSION,
                        Effect.OTHER,
                        Effect.LOCK,
                        Effect.UNLOCK,
                        Effect.OTHER,
                        Effect.OTHER);
    }

    @Test
    void bytesThatAreNoTextBecomeHex() {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        script.writeBytes("INSERT INTO t VALUES ('gr\u00fc\u00df', _binary '".getBytes(StandardCharsets.UTF_8));
        script.writeBytes(new byte[] {(byte) 0xFF, '\\', '0', '\'', '\'', '\\', '\\', ';', (byte) 0xC3});
        script.writeBytes("', 'a');".getBytes(StandardCharsets.UTF_8));

        assertThat(Scripts.statements(MYSQL, script.toByteArray()))
                .containsExactly(new ScriptStatement(
                        "INSERT INTO t VALUES ('gr\u00fc\u00df', _binary X'ff00275c3bc3', 'a')", 1, Effect.ROWS));
    }

    @Test
    void otherBytesThatAreNoTextAreAProblem() {
        byte[] script = "SELECT 1\n, x\u00ff".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(MigrateException.class, () -> Scripts.statements(MYSQL, script))
                        .problem()
                        .text())
                .isEqualTo("""
                        [bad-script] this is not UTF-8
                          where: db/test.sql:2
                          next:  save the script as UTF-8""");
    }
}
