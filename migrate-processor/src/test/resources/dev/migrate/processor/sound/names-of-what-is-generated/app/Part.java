package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r7", downRevision = "r6") // revision r7
public final class Part extends Blank {}
