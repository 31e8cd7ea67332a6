package dev;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r4", downRevision = "r3") // revision r4
public final class R4 extends Blank {}
