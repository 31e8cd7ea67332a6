package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import java.util.Optional;

/**
 * The one thing that an operation makes, takes away or changes, so that it can be left out when that is there already, or
 * is not.
 *
 * <p><b>How an operation takes part.</b> One that makes or takes away overrides {@link Operation#existence()}, one that
 * changes {@link Operation#lookedFor()}; nothing else about it changes, its canonical text neither. Its method on {@code
 * Operations} returns a handle ({@code Added}, {@code Dropped} or {@code Changed}), or its builder has {@code ifNotExists()}; where that was said, the recording wraps the operation in {@link IfNeeded}. When the
 * operation's turn comes the run looks for the object, renders the operation or leaves it out, and tells the person which;
 * what the server itself can say in SQL ({@code IF EXISTS}) stands there as well: see {@code NativeExistence} in the
 * dialects.
 *
 * @param object what is looked for
 * @param made whether the operation makes it; else it takes it away or changes it, and needs it to be there
 */
public record Existence(ObjectName object, boolean made) {

    public Existence {
        requireNonNull(object, "object");
    }

    /**
     * What an operation makes.
     *
     * @param object the object
     * @return for {@link Operation#existence()}
     */
    public static Optional<Existence> madeOf(ObjectName object) {
        return Optional.of(new Existence(object, true));
    }

    /**
     * What an operation takes away.
     *
     * @param object the object
     * @return for {@link Operation#existence()}
     */
    public static Optional<Existence> takenAwayOf(ObjectName object) {
        return Optional.of(new Existence(object, false));
    }

    /**
     * What an operation changes.
     *
     * @param object the object
     * @return for {@link Operation#lookedFor()}
     */
    public static Optional<Existence> neededBy(ObjectName object) {
        return Optional.of(new Existence(object, false));
    }

    /**
     * Whether there is nothing left to do.
     *
     * @param now what is known; tells whether the object is there
     * @return true, when it is there and would be made, or is not and would be taken away or changed
     */
    public boolean isDoneIn(SchemaModel now) {
        return object.isIn(now) == made;
    }

    /**
     * Why there is nothing to do.
     *
     * @return for example {@code table users exists already}
     */
    public String nothingToDo() {
        return made ? object + " exists already" : "there is no " + object;
    }
}
