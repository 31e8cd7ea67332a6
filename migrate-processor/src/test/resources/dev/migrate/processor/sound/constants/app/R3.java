package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = R3.ID, downRevision = R3.Parents.ID) // revision r3
public final class R3 extends Blank {
    static final String ID = "r3";

    static final class Parents {
        static final String ID = Ids.SECOND;
    }
}
