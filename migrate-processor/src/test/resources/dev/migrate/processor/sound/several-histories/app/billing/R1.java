package app.billing;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1 of billing
public final class R1 extends Blank {}
