package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1 of shop
public final class R1 extends Blank {}
