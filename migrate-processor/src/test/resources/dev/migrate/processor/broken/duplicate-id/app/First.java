package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a") // [duplicate-id] where: app.First, app.Second
public final class First extends Blank {}
