package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(
        id = "b0",
        downRevision = "b2",
        dependsOn = "b1x") // [unknown-dependency] Did you mean "b1"?
public final class Changed extends Blank {}
