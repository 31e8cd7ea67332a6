package app;

import dev.migrate.processor.Blank;

@Deprecated
@dev.migrate.Revision(id = "r11", downRevision = "r10") // revision r11
public final class SuppressWarnings extends Blank {}
