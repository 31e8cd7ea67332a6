package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a1", downRevision = "a2") // [cycle] a1 → a2 → a1
    final class A1 extends Blank {}

    @Revision(id = "a2", downRevision = "a1")
    final class A2 extends Blank {}

    @Revision(id = "b2", downRevision = {"a2", "b1"})
    final class B2 extends Blank {}

    @Revision(id = "b1", downRevision = "b2") // [cycle] b1 → b2 → b1
    final class B1 extends Blank {}
}
