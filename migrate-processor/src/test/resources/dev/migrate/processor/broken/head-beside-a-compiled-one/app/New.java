package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "c", downRevision = "a") // [several-heads] Revisions "b" and "c" both have no successor.
public final class New extends Blank {}
