package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "e5", downRevision = "d4")
    final class Five extends Blank {}

    @Revision(id = "b2", downRevision = "a1")
    final class Two extends Blank {}

    @Revision(
            downRevision = // eclipse [cycle]
                    "e5", // javac [cycle] a1 → e5 → d4 → c3 → b2 → a1
            id = "a1")
    final class One extends Blank {}

    @Revision(id = "d4", downRevision = "c3")
    final class Four extends Blank {}

    @Revision(id = "c3", downRevision = "b2")
    final class Three extends Blank {}
}
