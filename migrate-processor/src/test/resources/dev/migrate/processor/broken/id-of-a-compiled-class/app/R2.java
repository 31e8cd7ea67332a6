package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(
        message = "where: app.other.R1 is named too, and has no line",
        id = "a") // [duplicate-id] where: app.R2, app.other.R1
public final class R2 extends Blank {}
