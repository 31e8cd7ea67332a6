package dev.migrate.script;

import static dev.migrate.script.ScriptSyntax.H2;
import static dev.migrate.script.Scripts.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.MigrateException;
import dev.migrate.script.ScriptStatement.Effect;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.h2.util.ScriptReader;
import org.junit.jupiter.api.Test;

/** What H2's {@code RunScript} makes of a script. */
class H2ScriptTest {

    @Test
    void dollarsNestedCommentsAndSlashesAreKnown() {
        assertThat(split(H2, """
                        CREATE ALIAS f AS $$ String f() { return ";"; } $$;
                        SELECT 'a\\'; /* x /* ; */ ; */ SELECT "b;" // ;
                        ;
                        SELECT a$$b; SELECT 2"""))
                .containsExactly(
                        "1 CREATE ALIAS f AS $$ String f() { return \";\"; } $$",
                        "2 SELECT 'a\\'",
                        "2 SELECT \"b;\" // ;",
                        "4 SELECT a$$b",
                        "4 SELECT 2");
    }

    @Test
    void settingsThatCommitNothingBelongToTheSession() {
        assertThat(Scripts.statements(H2, "SET SCHEMA a; SET @x = 1; SET MODE MySQL; INSERT INTO t VALUES (1)"))
                .extracting(ScriptStatement::effect)
                .containsExactly(Effect.SESSION, Effect.SESSION, Effect.OTHER, Effect.ROWS);
    }

    @Test
    void twoDollarsBehindACommentOpenAString() {
        assertThat(Scripts.statements(H2, "CREATE ALIAS a AS/* code */$$ void a() { ; } $$; SELECT 1"))
                .extracting(ScriptStatement::sql)
                .containsExactly("CREATE ALIAS a AS/* code */$$ void a() { ; } $$", "SELECT 1");
    }

    /**
     * H2's own reader is the judge. It does not mind what does not end, counts empty statements, and overlooks the end of
     * a comment after a second star or slash, which the server does not.
     */
    @Property(tries = 2_000)
    void whatH2SplitsIsSplitInTheSameWay(@ForAll("scripts") String script) {
        Assume.that(!script.contains("**") && !script.contains("//*") && isComplete(script));

        List<String> own = Scripts.statements(H2, script).stream()
                .map(ScriptStatement::sql)
                .map(H2ScriptTest::bare)
                .toList();

        assertThat(own).isEqualTo(byH2(script));
    }

    private static boolean isComplete(String script) {
        try {
            Scripts.statements(H2, script);
            return true;
        } catch (MigrateException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "a", " ", "\n", ";", "'", "\"", "$$", " $$ ", "$", "/*", "*/", "//", "--", "-", "/", "'x;'",
                        "\\", "*")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static List<String> byH2(String script) {
        ScriptReader reader = new ScriptReader(new StringReader(script));
        reader.setSkipRemarks(true);
        List<String> statements = new ArrayList<>();
        for (String next = reader.readStatement(); next != null; next = reader.readStatement()) {
            if (!next.isBlank()) {
                statements.add(bare(next));
            }
        }
        return statements;
    }

    /** Without white space and comments. */
    private static String bare(String sql) {
        ScriptReader reader = new ScriptReader(new StringReader(sql));
        reader.setSkipRemarks(true);
        String statement = reader.readStatement();
        return statement == null ? "" : statement.replaceAll("\\s+", "");
    }
}
