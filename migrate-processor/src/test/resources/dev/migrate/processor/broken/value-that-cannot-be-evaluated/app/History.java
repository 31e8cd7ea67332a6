package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = Missing.ID) // [compiler]
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "b")
    final class C extends Blank {}

    @Revision(id = "d", downRevision = "c") // [class-shape] is abstract
    abstract class D extends Blank {}
}
