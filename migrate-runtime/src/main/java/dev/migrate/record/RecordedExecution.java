package dev.migrate.record;

import dev.migrate.Executed;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Operation;
import java.util.Optional;
import java.util.function.Function;

/** A statement or code of the author's own, open to more words about it until the recording ends. */
final class RecordedExecution implements Executed {

    private final Function<Assurance, Operation> make;
    private Assurance assurance = Assurance.NONE;

    RecordedExecution(Function<Assurance, Operation> make) {
        this.make = make;
    }

    Operation operation() {
        return make.apply(assurance);
    }

    @Override
    public Executed doneWhen(String query) {
        assurance = new Assurance(Optional.of(Checked.text("query", query)), assurance.repeatable());
        return this;
    }

    @Override
    public Executed repeatable() {
        assurance = new Assurance(assurance.doneWhen(), true);
        return this;
    }
}
