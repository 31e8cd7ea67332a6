package app;

import dev.migrate.*;

@Revision(id = "r3", downRevision = "r2") // revision r3
public class R3 extends R2 {}
