package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "changed")
public final class R1 extends Blank {}
