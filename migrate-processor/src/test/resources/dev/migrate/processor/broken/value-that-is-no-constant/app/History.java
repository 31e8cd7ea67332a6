package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    String MADE = String.valueOf("a");

    @Revision(id = MADE) // [compiler]
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a")
    final class B extends Blank {}
}
