package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceChecksumTest {

    private static final String SOURCE = """
            class A {
                // a comment with "quotes
                int b = c-- - +1; /* and 'another */
                String s = "// no comment \\" \\\\"; char q = '"', r = '\\'';
                String t = \"""
                    a "" text // block \\\"""
                      here\""";
                List<List<String>> x = y >>> 2;
            }
            """;

    @Test
    void tokensAreWhatIsLeftWithoutSpaceAndComments() {
        List<String> tokens = new ArrayList<>();
        new SourceTokens(SOURCE).forEachRemaining(tokens::add);

        assertThat(tokens)
                .containsExactly(
                        "class",
                        "A",
                        "{",
                        "int",
                        "b",
                        "=",
                        "c",
                        "--",
                        "-",
                        "+",
                        "1",
                        ";",
                        "String",
                        "s",
                        "=",
                        "\"// no comment \\\" \\\\\"",
                        ";",
                        "char",
                        "q",
                        "=",
                        "'\"'",
                        ",",
                        "r",
                        "=",
                        "'\\''",
                        ";",
                        "String",
                        "t",
                        "=",
                        "\"\"\"\n        a \"\" text // block \\\"\"\"\n          here\"\"\"",
                        ";",
                        "List",
                        "<",
                        "List",
                        "<",
                        "String",
                        ">>",
                        "x",
                        "=",
                        "y",
                        ">>>",
                        "2",
                        ";",
                        "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int a=1;|int a = 1 ;",
                "int a = 1;|int/* one */a = 1; /* done // */",
                "@A(b = \"c\") class D {}|@A( b = \"c\" )\tclass D { }"
            })
    void formattingAndCommentsDoNotCount(String source, String reformatted) {
        assertThat(SourceChecksum.of(reformatted)).isEqualTo(SourceChecksum.of(source));
        assertThat(SourceChecksum.of(reformatted.replace(" ", "\r\n"))).isEqualTo(SourceChecksum.of(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int a = 1;|int a = 2;",
                "a + +b|a ++b",
                "inta|int a",
                "\"a b\"|\"a  b\"",
                "\"/* a */\"|\"\"",
                "\"a\" \"b\"|\"a\\\" \\\"b\"",
                "'a'|\"a\""
            })
    void everythingElseCounts(String source, String changed) {
        assertThat(SourceChecksum.of(changed)).isNotEqualTo(SourceChecksum.of(source));
    }

    @Test
    void theVersionOfTheAlgorithmIsInFront() {
        assertThat(SourceChecksum.of("class A {}")).isEqualTo("1:" + SourceChecksum.sha256("5 class1 A1 {1 }"));
    }
}
