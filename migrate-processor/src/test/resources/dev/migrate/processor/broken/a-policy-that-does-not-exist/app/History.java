package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    class A extends Blank {}

    @Revision(id = "b", downRevision = "a") // [class-shape]
    abstract class B extends Blank {} // the shape of a class has nothing to do with heads
}
