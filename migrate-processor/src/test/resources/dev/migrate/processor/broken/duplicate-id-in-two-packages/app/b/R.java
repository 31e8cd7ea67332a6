package app.b;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a") // [duplicate-id] where: app.a.R, app.b.R
public final class R extends Blank {}
