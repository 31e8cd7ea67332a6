package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "base") // [reserved-id] "base" cannot be a revision id
    final class Base extends Blank {}

    @Revision(id = "current", downRevision = "base") // [reserved-id]
    final class Current extends Blank {}

    @Revision(id = "head", downRevision = "current") // [reserved-id]
    final class Head extends Blank {}

    @Revision(id = "he" + "ads", downRevision = "head") // [reserved-id]
    final class Heads extends Blank {}
}
