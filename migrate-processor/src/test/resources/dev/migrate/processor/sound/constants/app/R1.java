package app;

import static app.Ids.FIRST;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = FIRST, branchLabels = R1.LABEL) // revision r1
public final class R1 extends Blank {
    static final String LABEL = "trunk";
}
