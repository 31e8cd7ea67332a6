package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a")
public final class R1 extends Blank {

    Migration local() {
        @Revision(id = "b", downRevision = "nowhere") // no annotation processor is shown the inside of a method
        class Local extends Blank {}
        return new Local();
    }
}
