package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r5", downRevision = "r4") // revision r5
public final class RevisionIndex extends Blank {}
