package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", branchLabels = "left", dependsOn = "c") // [dependency-cycle] a → c → b → a
    final class A extends Blank {}

    @Revision(id = "b", branchLabels = "middle", dependsOn = "left")
    final class B extends Blank {}

    @Revision(id = "c", branchLabels = "right", dependsOn = "b")
    final class C extends Blank {}
}
