package dev.migrate.script;

import static dev.migrate.script.ScriptSyntax.POSTGRESQL;
import static dev.migrate.script.Scripts.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.problem.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code psql} makes of a script. */
class PostgreSqlScriptTest {

    @Test
    void dollarsHoldAStringTogether() {
        assertThat(split(POSTGRESQL, """
                        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$
                        BEGIN
                          RETURN $$;$$ || '$other$';
                        END;
                        $body$;
                        SELECT $$a;$b$;$$, a$b$c, $1, $\u00e4$x;$\u00e4$;"""))
                .containsExactly(
                        "1 CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$\nBEGIN\n  RETURN $$;$$ || '$other$';\n"
                                + "END;\n$body$",
                        "6 SELECT $$a;$b$;$$, a$b$c, $1, $\u00e4$x;$\u00e4$");
    }

    @Test
    void aBackslashEscapesInEscapeStringsOnly() {
        assertThat(split(POSTGRESQL, "SELECT 'a\\'; SELECT E'a\\'; b', e'c''\\'; d', price'x\\'; SELECT U&'\\0041'"))
                .containsExactly(
                        "1 SELECT 'a\\'", "1 SELECT E'a\\'; b', e'c''\\'; d', price'x\\'", "1 SELECT U&'\\0041'");
    }

    @Test
    void theSettingOfTheScriptCounts() {
        assertThat(split(
                        POSTGRESQL,
                        "SET standard_conforming_strings = off; SELECT 'a\\'; b';"
                                + " SET standard_conforming_strings TO on; SELECT 'a\\'; SELECT 2"))
                .containsExactly(
                        "1 SET standard_conforming_strings = off",
                        "1 SELECT 'a\\'; b'",
                        "1 SET standard_conforming_strings TO on",
                        "1 SELECT 'a\\'",
                        "1 SELECT 2");
    }

    @Test
    void commentsNest() {
        assertThat(split(POSTGRESQL, "/* a /* b; */ c; */ SELECT 1; -- d;\nSELECT 2 --"))
                .containsExactly("1 SELECT 1", "2 SELECT 2 --");
    }

    @Test
    void aSemicolonInParenthesesEndsNothing() {
        assertThat(split(POSTGRESQL, "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT ')';"))
                .containsExactly("1 CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)", "1 SELECT ')'");
    }

    @Test
    void theBodyOfAnSqlFunctionEndsWithItsOwnEnd() {
        String function = """
                CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql
                BEGIN ATOMIC
                  SELECT CASE WHEN a > 1 THEN 2 ELSE 3 END;
                  SELECT a;
                END""";

        assertThat(split(POSTGRESQL, function + ";\nBEGIN; SELECT 1; END; SELECT 2"))
                .containsExactly("1 " + function, "6 SELECT 1", "6 SELECT 2");
    }

    @Test
    void commandsThatOnlyPrintArePassedOver() {
        assertThat(split(POSTGRESQL, """
                        \\restrict dHEW
                        \\set ON_ERROR_STOP on
                        \\encoding UTF8
                        \\echo 'hello;
                        SELECT 1;
                        \\unrestrict dHEW
                        """)).containsExactly("5 SELECT 1");
    }

    @Test
    void rowsOfCopyBecomeInserts() {
        assertThat(split(POSTGRESQL, """
                        COPY public."odd(t" (id, "a,b", c) FROM stdin;
                        1\tit's\t\\N
                        2\t\\\\x;\\t\\101\\x42\t\u00fc
                        \\.

                        SELECT 1;""")).containsExactly("""
                        2 INSERT INTO public."odd(t" (id, "a,b", c) OVERRIDING SYSTEM VALUE VALUES
                        ('1', 'it''s', NULL),
                        ('2', E'\\\\x;\tAB', '\u00fc')""", "6 SELECT 1");
    }

    @Test
    void manyRowsOfCopyBecomeSeveralInserts() {
        StringBuilder script = new StringBuilder("COPY t (a) FROM stdin;\r\n");
        for (int i = 1; i <= 450; i++) {
            script.append(i).append("\r\n");
        }
        script.append("\\.\r\n");

        assertThat(Scripts.statements(POSTGRESQL, script.toString()))
                .extracting(ScriptStatement::line)
                .containsExactly(2, 202, 402);
        assertThat(Scripts.statements(POSTGRESQL, script.toString()).get(2).sql())
                .startsWith("INSERT INTO t (a) OVERRIDING SYSTEM VALUE VALUES\n('401'),\n('402'),")
                .endsWith("('450')");
    }

    @Test
    void copyWithoutRowsVanishes() {
        assertThat(split(POSTGRESQL, "COPY t (a) FROM stdin;\n\\.\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\connect other|\"\\connect\" is a command",
                "\\i other.sql|\"\\i\" is a command",
                "\\set name value|\"\\set name\" is a command",
                "SELECT 1 \\gexec|\"\\gexec\" is a command",
                "SELECT $a$ x|a string in $a$ begins here",
                "SELECT E'a\\'|a string begins here",
                "SELECT \"a|a name in double quotes begins here",
                "/* /* */|a comment begins here",
                "SELECT (1; SELECT 2;|a statement with an open parenthesis begins here",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;|a routine whose BEGIN ATOMIC has no END begins",
                "COPY t FROM stdin WITH (FORMAT csv);|COPY \u2026 FROM stdin with options",
                "COPY t (a) FROM stdin;|the data of COPY begins here",
                "BEGIN ISOLATION LEVEL SERIALIZABLE|reaches into the transaction",
                "COMMIT PREPARED 'x'|reaches into the transaction",
                "ABORT|reaches into the transaction",
            })
    void whatCannotRunIsNamedWithItsLine(String script, String words) {
        assertThat(catchThrowableOfType(MigrateException.class, () -> split(POSTGRESQL, "SELECT 0;\n" + script))
                        .problem()
                        .text())
                .startsWith("[bad-script] ")
                .contains(words, "db/test.sql:2");
    }

    @Test
    void aRowOfCopyWithTooManyFieldsIsNamed() {
        assertThat(catchThrowableOfType(
                                MigrateException.class,
                                () -> split(POSTGRESQL, "COPY t (a) FROM stdin;\n1\n2\t3\n\\.\n"))
                        .problem()
                        .text())
                .isEqualTo("""
                        [bad-script] a row of COPY has 2 fields, and COPY names 1 columns
                          where: db/test.sql:3
                          next:  take the dump again: it is damaged""");
    }
}
