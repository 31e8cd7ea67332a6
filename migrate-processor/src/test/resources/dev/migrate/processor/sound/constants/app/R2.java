package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = Ids.SECOND, downRevision = {Ids.FIRST}, dependsOn = "tr" + "unk") // revision r1.2
public final class R2 extends Blank {}
