package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r4", downRevision = "r3") // revision r4
public final class Migration extends Blank {}
