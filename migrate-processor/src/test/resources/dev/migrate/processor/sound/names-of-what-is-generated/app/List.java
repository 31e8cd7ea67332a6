package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r3", downRevision = "r2") // revision r3
public final class List extends Blank {}
