package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    String FIRST = "a" + 1;

    @Revision(id = FIRST)
    final class A extends Blank {}

    @Revision(
            id = B.ID,
            downRevision = History.FIRST)
    final class B extends Blank {
        static final String ID = "b1";
    }

    @Revision(
            id = "c1",
            downRevision = Other.B2) // [unknown-parent] Did you mean "b1"?
    final class C extends Blank {}
}
