package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "nowhere") // [unknown-parent] Revision "b" follows "nowhere", but no migration class
    final class B extends Blank {}
}
