package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a", dependsOn = "b") // [unknown-dependency]
    final class A extends Blank {}
}
