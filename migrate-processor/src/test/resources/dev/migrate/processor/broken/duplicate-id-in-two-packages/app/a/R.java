package app.a;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a") // [duplicate-id]
public final class R extends Blank {}
