package app;

import dev.migrate.*;

@Revision(id = "r2", downRevision = "r1") // revision r2
public class R2 extends Base.Open {}
