package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a") // [several-heads]
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "a") // [several-heads]
    final class C extends Blank {}
}
