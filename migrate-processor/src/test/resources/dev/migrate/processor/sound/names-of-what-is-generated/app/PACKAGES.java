package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r13", downRevision = "r12") // revision r13
public final class PACKAGES extends Blank {}
