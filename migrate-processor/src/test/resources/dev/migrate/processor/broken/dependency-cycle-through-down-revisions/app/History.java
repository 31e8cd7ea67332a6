package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(
            id = "m1",
            dependsOn = { // eclipse [dependency-cycle]
                "z0",
                "n2" // javac [dependency-cycle] m1 → n2 → n1 → m2 → m1
            },
            downRevision = "z0")
    final class M1 extends Blank {}

    @Revision(id = "m2", downRevision = "m1", branchLabels = "m")
    final class M2 extends Blank {}

    @Revision(id = "n1", downRevision = "z0", dependsOn = "m")
    final class N1 extends Blank {}

    @Revision(id = "n2", downRevision = "n1", branchLabels = "n")
    final class N2 extends Blank {}

    @Revision(id = "z0")
    final class Base extends Blank {}
}
