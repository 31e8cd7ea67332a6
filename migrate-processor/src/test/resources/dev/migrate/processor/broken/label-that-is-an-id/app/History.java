package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", branchLabels = "a") // [duplicate-label] The branch label "a" of revision "a" is also its own id.
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a", branchLabels = {"c", "left"}) // [duplicate-label] is also the id of a revision.
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "b")
    final class C extends Blank {}
}
