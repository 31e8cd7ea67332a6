package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1
public final class R1 extends Blank {
    static final String CONSTANT = R1Ids.ID;
}

interface R1Ids {
    String ID = "r1";
}

final class R1Helper {}
