package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface Compiled {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a")
    final class B extends Blank {}
}
