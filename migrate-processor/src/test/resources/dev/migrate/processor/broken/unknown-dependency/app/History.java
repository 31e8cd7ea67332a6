package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a", dependsOn = "nothing") // [unknown-dependency] Revision "b" depends on "nothing"
    final class B extends Blank {}
}
