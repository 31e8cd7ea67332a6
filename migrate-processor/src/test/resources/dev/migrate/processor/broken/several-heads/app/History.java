package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a") // [several-heads] Revisions "b" and "c" both have no successor.
    final class B extends Blank {}

    @Revision(
            downRevision = {"a"}, // [several-heads] join them with: mvn migrate:merge
            id = "c")
    final class C extends Blank {}
}
