package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = 7) // [compiler]
    final class B extends Blank {}

    @Revision(id = "c", downRevision = {"a", 'b'}) // [compiler]
    final class C extends Blank {}

    @Revision(id = null) // [compiler]
    final class D extends Blank {}
}
