package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a") // eclipse [compiler]
    @Revision(id = "b") // [compiler]
    final class A extends Blank {}
}
