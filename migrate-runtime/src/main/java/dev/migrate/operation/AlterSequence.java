package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Changes what is said about a sequence and keeps the rest.
 *
 * @param sequence its name
 * @param type what happens to the type of its numbers
 * @param start the first number, for a sequence that begins anew; empty to keep what is
 * @param increment the distance from one number to the next; empty to keep what is
 * @param minimum what happens to its lowest number
 * @param maximum what happens to its highest number
 * @param cache what happens to the number of numbers a session takes at once
 * @param cycle whether it begins again after its last number; empty to keep what is
 * @param owner what happens to the column with which it goes
 * @param restart the number it gives next; empty to go on
 */
public record AlterSequence(
        TableName sequence,
        Change<ColumnType> type,
        Optional<Long> start,
        Optional<Long> increment,
        Change<Long> minimum,
        Change<Long> maximum,
        Change<Long> cache,
        Optional<Boolean> cycle,
        Change<Sequence.Owner> owner,
        Optional<Long> restart)
        implements ObjectOperation {

    public AlterSequence {
        requireNonNull(sequence, "sequence");
        requireNonNull(type, "type");
        requireNonNull(start, "start");
        requireNonNull(increment, "increment");
        requireNonNull(minimum, "minimum");
        requireNonNull(maximum, "maximum");
        requireNonNull(cache, "cache");
        requireNonNull(cycle, "cycle");
        requireNonNull(owner, "owner");
        requireNonNull(restart, "restart");
    }

    @Override
    public String describe() {
        return "alter sequence " + sequence;
    }

    /**
     * The sequence as it is afterwards.
     *
     * @param before the sequence as it is
     * @return the sequence with what was said changed
     */
    public Sequence changed(Sequence before) {
        return new Sequence(
                before.name(),
                type.applyTo(before.type()),
                start.orElse(before.start()),
                increment.orElse(before.increment()),
                minimum.applyTo(before.minimum()),
                maximum.applyTo(before.maximum()),
                cache.applyTo(before.cache()),
                cycle.orElse(before.cycle()),
                owner.applyTo(before.owner()),
                before.comment());
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(Sequence.class, sequence, this::changed);
    }

    /** Nobody knows which number came next before it was told to restart. */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.find(Sequence.class, sequence)
                .filter(was -> restart.isEmpty())
                .map(was -> new AlterSequence(
                        sequence,
                        type.inverse(was.type()),
                        start.map(changed -> was.start()),
                        increment.map(changed -> was.increment()),
                        minimum.inverse(was.minimum()),
                        maximum.inverse(was.maximum()),
                        cache.inverse(was.cache()),
                        cycle.map(changed -> was.cycle()),
                        owner.inverse(was.owner()),
                        Optional.empty()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.beside(ObjectName.Kind.SEQUENCE, sequence));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterSequence(this);
    }
}
