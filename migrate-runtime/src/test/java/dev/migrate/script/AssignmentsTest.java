package dev.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssignmentsTest {

    @Test
    void namesStandToTheLeftOfTheEqualsSign() {
        assertThat(Assignments.names(
                        "a = b, c = (SELECT max(d), 1 FROM t WHERE e = f), g=CASE WHEN h = 1 THEN 2 END",
                        ScriptSyntax.POSTGRESQL))
                .containsExactly("a", "c", "g");
    }

    @Test
    void namesMayBeQuotedQualifiedOrInParentheses() {
        assertThat(Assignments.names("t.`a``b` = 'c = d, e = f' /* x = y */", ScriptSyntax.MYSQL))
                .containsExactly("t", "a`b");
        assertThat(Assignments.names("(\"A\", b) = (1, 2), [c] = 3 -- d = 4", ScriptSyntax.SQLITE))
                .containsExactly("A", "b", "c");
    }

    @Test
    void whatDoesNotEndHasNone() {
        assertThat(Assignments.names("a = 'x", ScriptSyntax.POSTGRESQL)).isEmpty();
    }

    @Test
    void aCommentAtTheEndEndsWithItsLine() {
        assertThat(SqlQuestions.closed("a = 1 -- one", ScriptSyntax.POSTGRESQL)).isEqualTo("a = 1 -- one\n");
        assertThat(SqlQuestions.closed("a = 1 # one */", ScriptSyntax.MYSQL)).isEqualTo("a = 1 # one */\n");
        assertThat(SqlQuestions.closed("a = '-- one' /* -- */", ScriptSyntax.H2))
                .isEqualTo("a = '-- one' /* -- */");
        assertThat(SqlQuestions.closed("a = b --> 'c'", ScriptSyntax.MYSQL)).isEqualTo("a = b --> 'c'");
        assertThat(SqlQuestions.closed("a = 'x -- ", ScriptSyntax.POSTGRESQL)).isEqualTo("a = 'x -- ");
    }
}
