package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a", branchLabels = "left")
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "b") // [several-heads] Revisions "c", "d" and "f" all have no successor.
    final class C extends Blank {}

    @Revision(id = "d", downRevision = "b") // [several-heads] Of these "c" and "d" carry no branch label of their own.
    final class D extends Blank {}

    @Revision(id = "e", downRevision = "a")
    final class E extends Blank {}

    @Revision(id = "f", downRevision = "e", branchLabels = "right")
    final class F extends Blank {}
}
