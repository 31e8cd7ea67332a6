package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", branchLabels = "billing")
    final class A extends Blank {}

    @Revision(
            dependsOn = { // eclipse [unknown-dependency] // eclipse [unknown-dependency]
                "a",
                "biling", // javac [unknown-dependency] Did you mean "billing"?
                "billing",
                "A" // javac [unknown-dependency] Did you mean "a"?
            },
            downRevision = "a",
            id = "b")
    final class B extends Blank {}
}
