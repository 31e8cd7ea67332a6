package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r1") // revision r1
public final class Revision extends Blank {}
