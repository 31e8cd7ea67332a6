package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "b", downRevision = "x") // [unknown-parent]
public final class B extends Blank {}
