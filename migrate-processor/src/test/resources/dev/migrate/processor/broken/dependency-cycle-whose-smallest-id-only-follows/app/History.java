package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "x", dependsOn = "a")
    final class X extends Blank {}

    @Revision(id = "a", downRevision = "x") // [dependency-cycle] a → x → a
    final class A extends Blank {}
}
