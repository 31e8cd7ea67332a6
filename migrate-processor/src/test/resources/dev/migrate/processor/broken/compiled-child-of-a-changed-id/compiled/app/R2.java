package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "b", downRevision = "a")
public final class R2 extends Blank {}
