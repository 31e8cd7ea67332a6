package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r8", downRevision = "r7") // revision r8
public final class Override extends Blank {}
