package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementIdTest {

    @Test
    void decisionsAreReadAsMessagesPrintThem() {
        assertThat(StatementId.parseDecisions("a1#3=done, b.2_x#1=retry"))
                .isEqualTo(Map.of(
                        new StatementId("a1", 3), ResumeDecision.DONE,
                        new StatementId("b.2_x", 1), ResumeDecision.RETRY));
        assertThat(StatementId.parseDecisions(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "a1=done", "a1#0=done", "a1#3", "a1#3=maybe", "#3=done"})
    void whatDoesNotDecideIsRefused(String text) {
        assertThatThrownBy(() -> StatementId.parseDecisions(text))
                .isInstanceOf(MigrateException.class)
                .hasMessage("[bad-parameter] \"" + text + "\" does not decide about a statement\n"
                        + "  where: migrate.resume\n"
                        + "  next:  write <revision>#<n>=done or <revision>#<n>=retry, as the message [in-doubt]"
                        + " printed it");
    }
}
