package app;

import dev.migrate.processor.Blank;

@dev.migrate.Revision(id = "r6", downRevision = "r5") // revision r6
public final class Part1 extends Blank {}
