package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r2", downRevision = "r1") // revision r2
public final class String extends Blank {}
