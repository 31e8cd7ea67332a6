package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", branchLabels = {"x", "x"}) // [duplicate-label] Revision "a" declares the branch label "x" twice. // [duplicate-label]
    final class A extends Blank {}
}
