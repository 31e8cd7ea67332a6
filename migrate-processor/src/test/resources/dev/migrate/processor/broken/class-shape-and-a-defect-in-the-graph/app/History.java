package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "x") // [class-shape] it is abstract. // [unknown-parent] declares that id. where: app.History$B
    abstract class B extends Blank {}
}
