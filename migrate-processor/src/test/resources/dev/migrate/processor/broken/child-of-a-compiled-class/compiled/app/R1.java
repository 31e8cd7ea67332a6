package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a1")
public final class R1 extends Blank {}
