package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

/** Eclipse's compiler shows no trace of the attribute to a processor: the revision looks like a second base. */
public interface History {

    @Revision(id = "a") // eclipse [several-heads] // eclipse warning [several-bases]
    final class A extends Blank {}

    @Revision(id = "b", downRevisions = "a") // [compiler] // eclipse [several-heads] // eclipse warning [several-bases]
    final class B extends Blank {}
}
