package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", dependsOn = "a") // [dependency-self-loop] Revision "a" depends on itself.
    final class A extends Blank {}

    @Revision(
            id = "b",
            downRevision = "a",
            branchLabels = {"one", "two"},
            dependsOn = { // eclipse [dependency-self-loop]
                "a",
                "two" // javac [dependency-self-loop] "two", which is its own branch label
            })
    final class B extends Blank {}
}
