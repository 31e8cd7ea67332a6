package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "base1")
    final class Base extends Blank {}

    @Revision(id = "left1", downRevision = "base1")
    final class Left extends Blank {}

    @Revision(id = "right1", downRevision = "base1")
    final class Right extends Blank {}

    @Revision(
            id = "merge1",
            message = "two branches, and a third that is not there",
            downRevision = { // eclipse [unknown-parent]
                "left1",
                "middle1", // javac [unknown-parent] "middle1"
                "right1"
            })
    final class Merge extends Blank {}
}
