package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Decide;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewEnumValuesTest {

    private static final AddEnumValue GREAT =
            new AddEnumValue(TableName.parse("mood"), "great", Optional.empty(), false);

    static Stream<Operation> mayUse() {
        return Stream.of(
                sql("UPDATE people SET mood = 'great'"),
                new Atomically(List.of(sql("DELETE FROM people"), sql("UPDATE people SET mood = 'great'"))),
                new Decide("who is great", database -> List.of()),
                new OutsideTransaction(sql("UPDATE people SET mood = 'great'")));
    }

    @ParameterizedTest
    @MethodSource("mayUse")
    void aValueThatMayBeUsedIsCommittedFirst(Operation later) {
        assertThat(NewEnumValues.arranged(List.of(GREAT, later))).containsExactly(GREAT.alone(), later);
    }

    @ParameterizedTest
    @MethodSource("mayUse")
    void aValueThatNothingUsesAfterwardsStaysInTheTransaction(Operation earlier) {
        List<Operation> operations = List.of(earlier, GREAT, sql("UPDATE people SET mood = 'sad'"));

        assertThat(NewEnumValues.arranged(operations)).isEqualTo(operations);
    }

    private static ExecuteSql sql(String sql) {
        return new ExecuteSql(sql, List.of(), Assurance.NONE);
    }
}
