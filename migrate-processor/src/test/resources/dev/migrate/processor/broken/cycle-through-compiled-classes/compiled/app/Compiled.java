package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface Compiled {

    @Revision(id = "a0")
    final class Base extends Blank {}

    @Revision(id = "b1", downRevision = "a0")
    final class One extends Blank {}

    @Revision(id = "b2", downRevision = "b1")
    final class Two extends Blank {}
}
