package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r10", downRevision = "r9") // revision r10
public final class Object extends Blank {}
