package migrate;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r5", downRevision = "r4") // revision r5
public final class R5 extends Blank {}
