package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(
            id = "b",
            downRevision = { // eclipse [unknown-parent] // eclipse [unknown-parent]
                "x", // javac [unknown-parent]
                "x" // javac [unknown-parent]
            })
    final class B extends Blank {}
}
