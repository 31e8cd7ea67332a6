package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Irreversible("what was deleted \"is\" gone: \\")
@Revision(id = "r1") // revision r1
public final class R1 extends Blank {}
