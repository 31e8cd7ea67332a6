package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(
            id = "b",
            downRevision = { // eclipse [self-loop]
                "a",
                "b" // javac [self-loop]
            })
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "b")
    final class C extends Blank {}
}
