package dev.migrate.record;

import dev.migrate.SequenceChange;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Change;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.Optional;

/** Gathers what changes about a sequence. */
final class RecordedSequenceChange implements SequenceChange {

    private final Naming naming;
    private boolean anything;
    private Change<ColumnType> type = new Change.Keep<>();
    private Optional<Long> start = Optional.empty();
    private Optional<Long> increment = Optional.empty();
    private Change<Long> minimum = new Change.Keep<>();
    private Change<Long> maximum = new Change.Keep<>();
    private Change<Long> cache = new Change.Keep<>();
    private Optional<Boolean> cycle = Optional.empty();
    private Change<Sequence.Owner> owner = new Change.Keep<>();
    private Optional<Long> restart = Optional.empty();

    RecordedSequenceChange(Naming naming) {
        this.naming = naming;
    }

    AlterSequence operation(TableName sequence) {
        if (!anything) {
            throw Checked.bad(
                    "alterSequence(\"" + sequence + "\") changes nothing", "say what changes, or leave the call out");
        }
        return new AlterSequence(sequence, type, start, increment, minimum, maximum, cache, cycle, owner, restart);
    }

    private SequenceChange changed() {
        anything = true;
        return this;
    }

    @Override
    public SequenceChange smallint() {
        type = new Change.Set<>(new ColumnType.IntegerType(16));
        return changed();
    }

    @Override
    public SequenceChange integer() {
        type = new Change.Set<>(new ColumnType.IntegerType(32));
        return changed();
    }

    @Override
    public SequenceChange bigint() {
        type = new Change.Drop<>();
        return changed();
    }

    @Override
    public SequenceChange startWith(long number) {
        start = Optional.of(number);
        return changed();
    }

    @Override
    public SequenceChange incrementBy(long distance) {
        increment = Optional.of(Checked.distance(distance));
        return changed();
    }

    @Override
    public SequenceChange minValue(long number) {
        minimum = new Change.Set<>(number);
        return changed();
    }

    @Override
    public SequenceChange noMinValue() {
        minimum = new Change.Drop<>();
        return changed();
    }

    @Override
    public SequenceChange maxValue(long number) {
        maximum = new Change.Set<>(number);
        return changed();
    }

    @Override
    public SequenceChange noMaxValue() {
        maximum = new Change.Drop<>();
        return changed();
    }

    @Override
    public SequenceChange cache(long numbers) {
        cache = new Change.Set<>(Checked.cache(numbers));
        return changed();
    }

    @Override
    public SequenceChange usualCache() {
        cache = new Change.Drop<>();
        return changed();
    }

    @Override
    public SequenceChange cycle() {
        cycle = Optional.of(true);
        return changed();
    }

    @Override
    public SequenceChange noCycle() {
        cycle = Optional.of(false);
        return changed();
    }

    @Override
    public SequenceChange ownedBy(String table, String column) {
        owner = new Change.Set<>(new Sequence.Owner(naming.table(table), naming.name("column", column)));
        return changed();
    }

    @Override
    public SequenceChange notOwned() {
        owner = new Change.Drop<>();
        return changed();
    }

    @Override
    public SequenceChange restartWith(long number) {
        restart = Optional.of(number);
        return changed();
    }
}
