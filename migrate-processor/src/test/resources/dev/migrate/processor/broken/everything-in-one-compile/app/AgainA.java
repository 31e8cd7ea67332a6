package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(
        id = "a", // [duplicate-id]
        downRevision = "nowhere", // [unknown-parent]
        dependsOn = "nothing", // [unknown-dependency]
        branchLabels = "-1") // [illegal-label]
public final class AgainA extends Blank {}
