package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "b", downRevision = "a")
    final class B extends Blank {}

    @Revision(id = "a", downRevision = "b") // [cycle] a → b → a
    final class A extends Blank {}
}
