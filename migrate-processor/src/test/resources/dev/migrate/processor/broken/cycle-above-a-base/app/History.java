package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a0")
    final class Base extends Blank {}

    @Revision(
            id = "c1",
            downRevision = { // eclipse [cycle]
                "a0",
                "c5" // javac [cycle] c1 → c5 → c4 → c3 → c2 → c1
            })
    final class One extends Blank {}

    @Revision(id = "c2", downRevision = "c1")
    final class Two extends Blank {}

    @Revision(id = "c3", downRevision = "c2")
    final class Three extends Blank {}

    @Revision(id = "c4", downRevision = "c3")
    final class Four extends Blank {}

    @Revision(id = "c5", downRevision = "c4")
    final class Five extends Blank {}

    @Revision(id = "a9", downRevision = "c5")
    final class Above extends Blank {}
}
