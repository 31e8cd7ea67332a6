package dev.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What holds for every script of every database. */
class ScriptProperties {

    @Property(tries = 3_000)
    void nothingButAProblemWithItsLineIsThrown(
            @ForAll("syntaxes") ScriptSyntax syntax, @ForAll("scripts") String script) {
        try {
            Scripts.statements(syntax, script);
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.BAD_SCRIPT);
            assertThat(e.problem().where().orElseThrow()).matches("db/test\\.sql:[1-9]\\d*");
        }
    }

    @Property
    void bytesThatAreNoTextAreNoSurpriseEither(@ForAll("syntaxes") ScriptSyntax syntax, @ForAll byte[] script) {
        try {
            Scripts.statements(syntax, script);
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.BAD_SCRIPT);
        }
    }

    @Property(tries = 3_000)
    void joinedAndSplitAgainStatementsAreTheSame(
            @ForAll("syntaxes") ScriptSyntax syntax, @ForAll("statements") List<String> parts) {
        List<String> once;
        try {
            once = sql(syntax, String.join(" ", parts));
        } catch (MigrateException e) {
            return; // the other property looks at these
        }

        assertThat(sql(
                        syntax,
                        once.stream().map(statement -> statement + "\n;\n").collect(Collectors.joining())))
                .isEqualTo(once);
    }

    private static List<String> sql(ScriptSyntax syntax, String script) {
        return Scripts.statements(syntax, script).stream()
                .map(ScriptStatement::sql)
                .toList();
    }

    @Provide
    Arbitrary<ScriptSyntax> syntaxes() {
        return Arbitraries.of(
                ScriptSyntax.MYSQL,
                ScriptSyntax.MYSQL.withBackslashEscapes(false),
                ScriptSyntax.MYSQL.withDoubleQuotedNames(true),
                ScriptSyntax.POSTGRESQL,
                ScriptSyntax.H2,
                ScriptSyntax.SQLITE);
    }

    @Provide
    Arbitrary<String> scripts() {
        return pieces(
                        "\\",
                        "\\g",
                        "\\x",
                        "\nDELIMITER $$\n",
                        "\nDELIMITER ;\n",
                        "COPY t FROM stdin;\n1\n",
                        "\\.\n",
                        "/*!1")
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return pieces("/*!40101 SELECT 1 */", "E'a''b'", "$a$;$a$", "CREATE TRIGGER a BEGIN ; END");
    }

    private static Arbitrary<List<String>> pieces(String... more) {
        Arbitrary<String> common = Arbitraries.of(
                "a",
                "1",
                " ",
                "\n",
                "\r\n",
                ";",
                ";",
                "'",
                "'x;'",
                "\"",
                "`",
                "[",
                "]",
                "$$",
                "$a$",
                "$",
                "/*",
                "*/",
                "--",
                "-- c\n",
                "#",
                "//",
                "(",
                ")",
                "BEGIN",
                "END",
                "CREATE ",
                "FUNCTION ",
                "TRIGGER ",
                "SET ",
                "\u00fc",
                "sql_mode='ANSI,NO_BACKSLASH_ESCAPES'",
                "?",
                "E'",
                "COMMIT",
                "ROLLBACK");
        return Arbitraries.oneOf(
                        common, Arbitraries.of(more), Arbitraries.strings().ofMaxLength(2))
                .list()
                .ofMaxSize(25);
    }

    @Test
    void aHundredMegabytesWithALongLineAreSplitInTheMemoryOfOneStatement() {
        long size = 100L << 20;
        InputStream dump = new Dump(size);

        int[] counted = {0};
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            ScriptSplitter splitter = new ScriptSplitter("dump.sql", dump, ScriptSyntax.MYSQL);
            for (Optional<ScriptStatement> next = splitter.next(); next.isPresent(); next = splitter.next()) {
                counted[0]++;
            }
        });

        assertThat(counted[0]).isEqualTo((int) (size / 2 / Dump.ROW.length()) + 1);
    }

    /** Rows, then one statement that is as long as all of them. */
    private static final class Dump extends InputStream {

        static final String ROW = "INSERT INTO `t` VALUES (1,'it''s \\'quoted\\'; and long enough to be a row','x');\n";

        private final long half;
        private final byte[] row = ROW.getBytes(StandardCharsets.UTF_8);
        private final InputStream head =
                new ByteArrayInputStream("INSERT INTO `t` VALUES ".getBytes(StandardCharsets.UTF_8));
        private long given;

        Dump(long size) {
            half = size / 2 / row.length * row.length;
        }

        @Override
        public int read() throws IOException {
            if (given < half) {
                return row[(int) (given++ % row.length)];
            }
            int c = head.read();
            if (c >= 0) {
                return c;
            }
            return given++ < 2 * half ? 'x' : -1;
        }
    }
}
