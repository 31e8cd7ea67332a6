package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r9", downRevision = "r8") // revision r9
public final class IllegalArgumentException extends Blank {}
