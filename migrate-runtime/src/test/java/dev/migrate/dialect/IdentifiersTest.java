package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ExactName;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names as migrations write them, and as a catalogue holds them. */
class IdentifiersTest {

    private static Identifiers folding(Folding folding) {
        return new Identifiers(folding, '"', Set.of("user"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("user", "name", "a_1")
                .flatMap(name -> Arbitraries.of(
                        name, name.toUpperCase(Locale.ROOT), "N" + name, "`" + name + "`", "``", name + "`"));
    }

    @Property
    void whateverACatalogueHoldsIsFoundByItsWord(@ForAll("names") String stored, @ForAll Folding folding) {
        Identifiers names = folding(folding);
        if (folding != Folding.ANY_CASE) {
            assertThat(names.stored(names.unfolded(stored))).isEqualTo(stored);
        }
    }

    @Property
    void noTwoThingsHaveOneWord(@ForAll("names") String one, @ForAll("names") String other, @ForAll Folding folding) {
        Identifiers names = folding(folding);
        if (folding != Folding.ANY_CASE && !one.equals(other)) {
            assertThat(names.unfolded(one)).isNotEqualTo(names.unfolded(other));
        }
    }

    @Property
    void whatIsWrittenInSqlIsWhatTheDatabaseUnderstands(@ForAll("names") String stored, @ForAll Folding folding) {
        Identifiers names = folding(folding);
        String word = names.understood(stored, true);
        String sql = names.sql(word);

        boolean quoted = sql.startsWith("\"");
        String text = quoted ? sql.substring(1, sql.length() - 1) : sql;
        assertThat(names.understood(text, quoted)).isEqualTo(word);
    }

    @Example
    void lettersThatWouldBeFoldedHaveAnExactWord() {
        Identifiers upper = folding(Folding.UPPER);

        assertThat(upper.understood("name", true)).isEqualTo(ExactName.of("name"));
        assertThat(upper.understood("name", false)).isEqualTo("name");
        assertThat(upper.understood("NAME", true)).isEqualTo("name");
        assertThat(upper.sql("`name`")).isEqualTo("\"name\"");
        assertThat(upper.sql("user")).isEqualTo("\"USER\"");
    }

    @Example
    void whereNothingIsFoldedTheLettersAreTheName() {
        assertThat(folding(Folding.NONE).understood("name", true)).isEqualTo("name");
        assertThat(folding(Folding.LOWER_ASCII).understood("name", true)).isEqualTo("name");
        assertThat(folding(Folding.ANY_CASE).understood("name", true)).isEqualTo("name");
    }
}
