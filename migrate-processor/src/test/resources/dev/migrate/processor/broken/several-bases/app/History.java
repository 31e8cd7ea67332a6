package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", branchLabels = "labelled")
    final class A extends Blank {}

    @Revision(id = "b") // warning [several-bases] Revisions "b", "c" and "d" have no down revision: the history starts 3 times.
    final class B extends Blank {}

    @Revision(downRevision = {}, // warning [several-bases]
            id = "c")
    final class C extends Blank {}

    @Revision( // warning [several-bases]
            id = "d")
    final class D extends Blank {}

    @Revision(id = "e", downRevision = {"a", "b", "c", "d"})
    final class E extends Blank {}
}
