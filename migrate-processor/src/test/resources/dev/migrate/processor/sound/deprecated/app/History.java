package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Deprecated
public interface History {

    @Revision(id = "r1") // revision r1
    final class R1 extends Blank {}

    @Deprecated(forRemoval = true)
    @Revision(id = "r2", downRevision = "r1") // revision r2
    final class R2 extends Blank {}

    @Revision(id = "r3", downRevision = "r2") // revision r3
    final class R3 extends Blank {
        @Deprecated
        public R3() {}
    }
}
