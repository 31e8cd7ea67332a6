package dev.migrate.diff;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Change;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of one sequence against those that it should give. Where they end, how many a session takes at once and of
 * which type they are is for the model to say or to leave.
 */
final class NumbersDiffer {

    private final DiffPolicy policy;
    private final Sequence present;
    private final Sequence wanted;
    private final List<String> words = new ArrayList<>();

    NumbersDiffer(DiffPolicy policy, Sequence present, Sequence wanted) {
        this.policy = policy;
        this.present = present;
        this.wanted = wanted;
    }

    /** What is different, once compared. */
    String words() {
        return String.join("; ", words);
    }

    /** Empty when there is nothing to change. The twins are the two in the form that can be compared. */
    Optional<Operation> compare(Sequence is, Sequence should) {
        Optional<Long> start = Optional.empty();
        Optional<Long> increment = Optional.empty();
        Optional<Boolean> cycle = Optional.empty();
        if (is.start() != should.start()) {
            start = Optional.of(wanted.start());
            words.add("starts with " + present.start() + ", should with " + wanted.start());
        }
        if (is.increment() != should.increment()) {
            increment = Optional.of(wanted.increment());
            words.add("increments by " + present.increment() + ", should by " + wanted.increment());
        }
        if (is.cycle() != should.cycle() && (wanted.cycle() || policy.dropsUnknown())) {
            cycle = Optional.of(wanted.cycle());
            words.add(wanted.cycle() ? "ends, should begin again" : "begins again, should end");
        }
        Change<Long> minimum = change(
                "minimum", present.minimum(), wanted.minimum(), is.minimum().equals(should.minimum()));
        Change<Long> maximum = change(
                "maximum", present.maximum(), wanted.maximum(), is.maximum().equals(should.maximum()));
        Change<Long> cache =
                change("cache", present.cache(), wanted.cache(), is.cache().equals(should.cache()));
        Change<ColumnType> type =
                change("type", present.type(), wanted.type(), is.type().equals(should.type()));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlterSequence(
                        present.name(),
                        type,
                        start,
                        increment,
                        minimum,
                        maximum,
                        cache,
                        cycle,
                        new Change.Keep<>(),
                        Optional.empty()));
    }

    private <T> Change<T> change(String what, Optional<T> is, Optional<T> should, boolean same) {
        if (same || (should.isEmpty() && !policy.dropsUnknown())) {
            return new Change.Keep<>();
        }
        words.add(what + " " + is.map(String::valueOf).orElse("none") + ", should be "
                + should.map(String::valueOf).orElse("none"));
        return Change.to(should);
    }
}
