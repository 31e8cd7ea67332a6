package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = {"x", "a", "y", ""}) // [unknown-parent] "x" // [unknown-parent] "y" // [unknown-parent] follows ""
    final class B extends Blank {}
}
