package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision( // [several-heads] // warning [several-bases]
            id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = {}) // [several-heads] // warning [several-bases]
    final class B extends Blank {}
}
