package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.JournalEntry.Decisions;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecisionsTest {

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll @IntRange(min = 1) int number,
            @ForAll @IntRange(min = 1) int of,
            @ForAll @IntRange(min = 1) int together,
            @ForAll boolean script,
            @ForAll List<String> texts,
            @ForAll SqlStatement.Kind kind) {
        List<SqlStatement> rest = texts.stream()
                .map(text -> new SqlStatement(text, List.of(), kind))
                .toList();
        Decisions decisions = new Decisions(number, of, together, script ? Sha256.hex("x") : "", rest);

        assertThat(Decisions.parse(decisions.text())).isEqualTo(decisions);
    }
}
