package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", branchLabels = "shop")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a", branchLabels = "left")
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "a") // [several-heads] Of these "c" carries no branch label of its own.
    final class C extends Blank {}

    @Revision(id = "d", downRevision = "b")
    final class D extends Blank {}
}
