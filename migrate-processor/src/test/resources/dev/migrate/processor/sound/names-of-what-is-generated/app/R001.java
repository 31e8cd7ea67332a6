package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r12", downRevision = "r11") // revision r12
public final class R001 extends Blank {}
