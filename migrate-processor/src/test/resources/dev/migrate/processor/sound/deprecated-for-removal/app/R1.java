package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Deprecated(since = "1", forRemoval = true)
@Revision(id = "r1") // revision r1
public final class R1 extends Blank {}
