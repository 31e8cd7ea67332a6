package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "users, , users",
                "billing.invoices, billing, invoices",
                "`\"odd.name\"`, , odd.name",
                "billing.\"odd.name\", billing, odd.name",
                "\"a\"\"b\".c, `a\"b`, c"
            })
    void aWrittenNameIsTakenApart(String written, String schema, String name) {
        assertThat(TableName.parse(written)).isEqualTo(new TableName(Optional.ofNullable(schema), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".b", "a.b.c", "\"a", "\"a\"b", "\"\"", "a..b"})
    void whatIsNoNameIsRefused(String written) {
        assertThatThrownBy(() -> TableName.parse(written))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("is not a table name: write name, schema.name");
    }

    @Property
    void everyNameIsReadAsItIsWritten(@ForAll @NotEmpty String schema, @ForAll @NotEmpty String name) {
        TableName qualified = new TableName(Optional.of(schema), name);
        TableName plain = new TableName(Optional.empty(), name);

        assertThat(TableName.parse(qualified.toString())).isEqualTo(qualified);
        assertThat(TableName.parse(plain.toString())).isEqualTo(plain);
    }

    @Test
    void namesWithoutASchemaComeFirst() {
        assertThat(Stream.of("b.a", "z", "a.z", "a")
                        .map(TableName::parse)
                        .sorted()
                        .map(TableName::toString))
                .isEqualTo(List.of("a", "z", "a.z", "b.a"));
    }

    @Test
    void aSiblingKeepsTheSchema() {
        assertThat(TableName.parse("billing.invoices").sibling("lines")).isEqualTo(TableName.parse("billing.lines"));
    }
}
