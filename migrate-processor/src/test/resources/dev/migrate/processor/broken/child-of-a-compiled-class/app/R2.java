package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "b2", downRevision = "A1") // [unknown-parent] Did you mean "a1"?
public final class R2 extends Blank {}
