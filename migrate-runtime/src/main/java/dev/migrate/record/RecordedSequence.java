package dev.migrate.record;

import dev.migrate.SequenceSpec;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.Optional;

/** Gathers what is said about a new sequence. */
final class RecordedSequence implements SequenceSpec {

    private final Naming naming;
    private Optional<ColumnType> type = Optional.empty();
    private Optional<Long> start = Optional.empty();
    private long increment = 1;
    private Optional<Long> minimum = Optional.empty();
    private Optional<Long> maximum = Optional.empty();
    private Optional<Long> cache = Optional.empty();
    private boolean cycle;
    private Optional<Sequence.Owner> owner = Optional.empty();
    private Optional<String> comment = Optional.empty();

    RecordedSequence(Naming naming) {
        this.naming = naming;
    }

    Sequence sequence(TableName name) {
        return new Sequence(
                name,
                type,
                start.orElseGet(() -> Sequence.firstNumber(increment, minimum, maximum)),
                increment,
                minimum,
                maximum,
                cache,
                cycle,
                owner,
                comment);
    }

    @Override
    public SequenceSpec smallint() {
        type = Optional.of(new ColumnType.IntegerType(16));
        return this;
    }

    @Override
    public SequenceSpec integer() {
        type = Optional.of(new ColumnType.IntegerType(32));
        return this;
    }

    @Override
    public SequenceSpec bigint() {
        type = Optional.empty();
        return this;
    }

    @Override
    public SequenceSpec startWith(long number) {
        start = Optional.of(number);
        return this;
    }

    @Override
    public SequenceSpec incrementBy(long distance) {
        increment = Checked.distance(distance);
        return this;
    }

    @Override
    public SequenceSpec minValue(long number) {
        minimum = Optional.of(number);
        return this;
    }

    @Override
    public SequenceSpec maxValue(long number) {
        maximum = Optional.of(number);
        return this;
    }

    @Override
    public SequenceSpec cache(long numbers) {
        cache = Optional.of(Checked.cache(numbers));
        return this;
    }

    @Override
    public SequenceSpec cycle() {
        cycle = true;
        return this;
    }

    @Override
    public SequenceSpec ownedBy(String table, String column) {
        owner = Optional.of(new Sequence.Owner(naming.table(table), naming.name("column", column)));
        return this;
    }

    @Override
    public SequenceSpec comment(String text) {
        comment = Optional.of(Checked.text("comment", text));
        return this;
    }
}
