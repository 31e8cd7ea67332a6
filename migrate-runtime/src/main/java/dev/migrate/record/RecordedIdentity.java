package dev.migrate.record;

import dev.migrate.IdentitySpec;
import dev.migrate.schema.Column;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.Sequence;
import java.util.Optional;

/** Gathers how a column is numbered. */
final class RecordedIdentity implements IdentitySpec {

    private Identity identity = Identity.BY_DEFAULT;
    private Optional<Long> start = Optional.empty();
    private long increment = 1;
    private Optional<Long> minimum = Optional.empty();
    private Optional<Long> maximum = Optional.empty();
    private Optional<Long> cache = Optional.empty();
    private boolean cycle;

    /** The column, numbered in this way. */
    Column on(Column column) {
        return column.withIdentity(Optional.of(identity))
                .withNullable(false)
                .withNumbering(Optional.of(new Numbering(
                        Optional.empty(),
                        start.orElseGet(() -> Sequence.firstNumber(increment, minimum, maximum)),
                        increment,
                        minimum,
                        maximum,
                        cache,
                        cycle)));
    }

    @Override
    public IdentitySpec always() {
        identity = Identity.ALWAYS;
        return this;
    }

    @Override
    public IdentitySpec startWith(long number) {
        start = Optional.of(number);
        return this;
    }

    @Override
    public IdentitySpec incrementBy(long distance) {
        increment = Checked.distance(distance);
        return this;
    }

    @Override
    public IdentitySpec minValue(long number) {
        minimum = Optional.of(number);
        return this;
    }

    @Override
    public IdentitySpec maxValue(long number) {
        maximum = Optional.of(number);
        return this;
    }

    @Override
    public IdentitySpec cache(long numbers) {
        cache = Optional.of(Checked.cache(numbers));
        return this;
    }

    @Override
    public IdentitySpec cycle() {
        cycle = true;
        return this;
    }
}
