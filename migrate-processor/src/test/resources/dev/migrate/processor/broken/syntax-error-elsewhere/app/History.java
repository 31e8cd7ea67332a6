package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", downRevision = "x") // eclipse [unknown-parent]
    final class A extends Blank {}
}
