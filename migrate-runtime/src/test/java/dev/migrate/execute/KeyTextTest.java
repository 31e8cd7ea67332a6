package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll List<String> texts,
            @ForAll BigDecimal number,
            @ForAll long most,
            @ForAll long least,
            @ForAll boolean yes,
            @ForAll @IntRange(max = 1_000_000) int passed) {
        List<Object> key = new ArrayList<>(texts);
        key.add(number);
        key.add(new UUID(most, least));
        key.add(yes);

        BackfillCursor cursor = BackfillCursor.START.after(key, passed, passed / 2);

        assertThat(KeyText.parse(KeyText.of(key))).isEqualTo(key);
        assertThat(BackfillCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Property(tries = 50)
    void bytesAreReadBack(@ForAll byte[] bytes) {
        assertThat(KeyText.parse(KeyText.of(List.of(bytes)))).containsExactly((Object) bytes);
    }

    @Test
    void theBeginningHasNoKey() {
        assertThat(BackfillCursor.parse(BackfillCursor.START.text()))
                .isEqualTo(new BackfillCursor(0, 0, Optional.empty()));
    }
}
